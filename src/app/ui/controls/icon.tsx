import type { ReactElement } from 'react';
import { type IconName, iconOutlines } from './icon-outlines.ts';
import { OutlineIcon } from './outline-icon.tsx';

/** An icon of the first page, by its name. */
export function Icon({ name, sizePx = 16 }: { name: IconName; sizePx?: number }): ReactElement {
  return <OutlineIcon outline={iconOutlines[name]} sizePx={sizePx} />;
}
