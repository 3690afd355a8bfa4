/** The choices that the toolbar and the foot of the list offer. */
export const ownerships = [
  { value: 'all', label: 'All' },
  { value: 'ownedByMe', label: 'Mine' },
  { value: 'sharedWithMe', label: 'Shared with me' },
] as const;

/** Rows a page. */
export const pageLimits: readonly number[] = [20, 50, 100, 250, 1000];
