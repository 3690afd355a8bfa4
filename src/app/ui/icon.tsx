import type { ReactElement } from 'react';
import { type IconName, iconOutlines } from './icon-outlines.ts';

/** A decorative icon, hidden from assistive technology: the control that it stands in carries the name. */
export function Icon({ name, sizePx = 16 }: { name: IconName; sizePx?: number }): ReactElement {
  return (
    <svg className="icon" width={sizePx} height={sizePx} viewBox="0 0 16 16" aria-hidden="true">
      <path d={iconOutlines[name]} />
    </svg>
  );
}
