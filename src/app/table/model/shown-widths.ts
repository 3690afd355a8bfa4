/**
 * The widths on screen, in CSS pixels, from the first column to that of `cell`, a header's. All of them are fixed together: were
 * those before it to flex on, the edge of the column would not be where it was put.
 */
export function shownWidthsUpTo(cell: HTMLElement): Record<string, number> {
  const all = [...(cell.parentElement?.querySelectorAll<HTMLElement>('th') ?? [])];
  const upTo = all.slice(0, all.indexOf(cell) + 1);
  return Object.fromEntries(upTo.map((one) => [one.dataset.column ?? '', one.getBoundingClientRect().width]));
}
