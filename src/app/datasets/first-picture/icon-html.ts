import { type IconName, iconOutlines } from '../../ui/controls/icon-outlines.ts';
import { type Html, html } from './html.ts';

/** The markup of `Icon`. */
export function iconHtml(name: IconName, sizePx = 16): Html {
  return html`<svg class="icon" width="${sizePx}" height="${sizePx}" viewBox="0 0 16 16" aria-hidden="true"><path d="${iconOutlines[name]}"></path></svg>`;
}
