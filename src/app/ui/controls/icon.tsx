import type { ReactElement } from 'react';
import { type IconName, iconOutlines } from './icon-outlines.ts';

/** An icon of the first page, by its name. */
export function Icon({ name, sizePx = 16 }: { name: IconName; sizePx?: number }): ReactElement {
  return <OutlineIcon outline={iconOutlines[name]} sizePx={sizePx} />;
}

/**
 * A decorative icon, hidden from assistive technology: the control that it stands in carries the name. `outline` is the path of an
 * SVG on a 16 × 16 grid; it is drawn with the colour of the text around it.
 */
export function OutlineIcon({ outline, sizePx = 16 }: { outline: string; sizePx?: number }): ReactElement {
  return (
    <svg className="icon" width={sizePx} height={sizePx} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outline} />
    </svg>
  );
}
