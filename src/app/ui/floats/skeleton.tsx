import type { ReactElement } from 'react';

/** The place of a text that has not come yet. `width` is a CSS length. */
export function Skeleton({ width }: { width: string }): ReactElement {
  return <span className="skeleton" style={{ width }} aria-hidden="true" />;
}
