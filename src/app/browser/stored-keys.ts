/** Under what the browser keeps what changes how the first page looks, each with one home that reads and writes it. */
export const storedKeys = {
  token: 'setlist.token',
  columns: 'setlist.columns',
  times: 'setlist.times',
  timeline: 'setlist.timeline',
  filters: 'setlist.filters',
  reading: 'setlist.reading',
  leftAt: 'setlist.left-at',
} as const;
