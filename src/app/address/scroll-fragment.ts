const form = /^#row=(\d{1,4}(?:\.\d{1,2})?)$/;

/**
 * How far the table is scrolled, in rows from the top of the page (fractional), read from the address's fragment
 * (`#row=23.41`); 0 when it says nothing that can be read.
 */
export function topRowOf(fragment: string): number {
  return Number(form.exec(fragment)?.[1] ?? 0);
}

/** The fragment that says how far the table is scrolled: empty at the top, else `#row=` and at most two decimals. */
export function fragmentOf(topRow: number): string {
  const rounded = Math.round(topRow * 100) / 100;
  return rounded > 0 ? `#row=${rounded}` : '';
}
