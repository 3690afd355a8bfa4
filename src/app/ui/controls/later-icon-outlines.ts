/** Outlines like those of the first page (icon-outlines.ts), loaded with what needs them. */
export const laterIconOutlines = {
  warning: 'M8 2.2 14.3 13H1.7zM8 6.3v3.2m0 1.7v.4',
  offline: 'M2 5.6A9 9 0 0 1 8 3.3a9 9 0 0 1 6 2.3M4.2 8.2A6 6 0 0 1 8 6.9a6 6 0 0 1 3.8 1.3M8 12.2v.2M2.5 13.5l11-11',
  'arrow-up': 'M8 13V3.5m-4 4 4-4 4 4',
  'arrow-down': 'M8 3v9.5m-4-4 4 4 4-4',
  minus: 'M4 8h8',
  plus: 'M4 8h8M8 4v8',
  pin: 'M5.5 2.5h5M6.5 2.5v4L4.5 9.5h7l-2-3v-4M8 9.5v4',
} as const;
