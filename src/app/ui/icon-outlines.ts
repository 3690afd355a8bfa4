/** Outlines on a 16 × 16 grid, drawn with the colour of the text around them. */
export const iconOutlines = {
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.6M13 2.2v2.9h-2.9',
  columns: 'M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  check: 'm3 8.5 3.3 3.2L13 4.8',
  close: 'm4 4 8 8m0-8-8 8',
  'chevron-up': 'm4.5 9.5 3.5-3.5 3.5 3.5',
  'chevron-down': 'm4.5 6.5 3.5 3.5 3.5-3.5',
  previous: 'm9.5 4-4 4 4 4',
  next: 'm6.5 4 4 4-4 4',
  first: 'm8 4-4 4 4 4m4.5-8-4 4 4 4',
  last: 'm8 4 4 4-4 4M3.5 4l4 4-4 4',
  'arrow-up': 'M8 13V3.5m-4 4 4-4 4 4',
  'arrow-down': 'M8 3v9.5m-4-4 4 4 4-4',
  minus: 'M4 8h8',
  plus: 'M4 8h8M8 4v8',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1.2m0 10.6v1.2M1.5 8h1.2m10.6 0h1.2M3.4 3.4l.9.9m7.4 7.4.9.9m0-9.2-.9.9m-7.4 7.4-.9.9',
  moon: 'M13 9.7A5.4 5.4 0 0 1 6.3 3a5.4 5.4 0 1 0 6.7 6.7Z',
  contrast: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Zm0 0v-11',
  warning: 'M8 2.2 14.3 13H1.7zM8 6.3v3.2m0 1.7v.4',
  offline: 'M2 5.6A9 9 0 0 1 8 3.3a9 9 0 0 1 6 2.3M4.2 8.2A6 6 0 0 1 8 6.9a6 6 0 0 1 3.8 1.3M8 12.2v.2M2.5 13.5l11-11',
  key: 'M5.2 13.3a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Zm2-4.8 5.6-5.6M10.6 5.1l1.9 1.9',
} as const;

export type IconName = keyof typeof iconOutlines;
