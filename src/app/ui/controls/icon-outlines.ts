/** Outlines on a 16 × 16 grid that the first page draws. Others stand where they are used. */
export const iconOutlines = {
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.2v2.9h-2.9',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  check: 'm3 8.5 3.3 3.2L13 4.8',
  close: 'm4 4 8 8m0-8-8 8',
  'chevron-up': 'm4.5 9.5 3.5-3.5 3.5 3.5',
  'chevron-down': 'm4.5 6.5 3.5 3.5 3.5-3.5',
  previous: 'm9.5 4-4 4 4 4',
  next: 'm6.5 4 4 4-4 4',
  first: 'm8 4-4 4 4 4m4.5-8-4 4 4 4',
  last: 'm8 4 4 4-4 4M3.5 4l4 4-4 4',
  calendar: 'M2.5 3.5h11v10h-11zM2.5 6.7h11M5.5 1.8v3M10.5 1.8v3',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1.2m0 10.6v1.2M1.5 8h1.2m10.6 0h1.2M3.4 3.4l.9.9m7.4 7.4.9.9m0-9.2-.9.9m-7.4 7.4-.9.9',
  moon: 'M13 9.7A5.4 5.4 0 0 1 6.3 3a5.4 5.4 0 1 0 6.7 6.7Z',
  contrast: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm0 0v-11',
} as const;

export type IconName = keyof typeof iconOutlines;
