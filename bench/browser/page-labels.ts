import type { PageName } from './make-site.ts';

/** What the pages are called in the report. */
export const pageLabels: Readonly<Record<PageName, string>> = {
  plain: 'plain',
  react: 'bare React',
  dashboard: 'dashboard',
};

/** What the speed of the processor is called in the report. */
export function speedLabel(slowdown: number): string {
  return slowdown === 1 ? 'full speed' : `${slowdown} × slower`;
}
