import type { TableColumn } from './table-features.ts';

/** What the width of one column depends on, in CSS pixels. */
export interface WidthRule {
  readonly widthPx: number;
  readonly minWidthPx: number;
  readonly grow: number;
  /** The width that the reader gave it: it neither shrinks nor grows. */
  readonly chosenPx?: number | undefined;
}

/** The least and the most that a reader can make of a column, in CSS pixels. */
export const narrowestPx = 56;
export const widestPx = 960;
/** How much a key or a button makes a column wider or narrower. */
export const widthStepPx = 16;

export function clampWidth(widthPx: number): number {
  return Math.round(Math.min(Math.max(widthPx, narrowestPx), widestPx));
}

/** What the widths of columns depend on; `sizing` are those that the reader has chosen. */
export function widthRules<Row extends object>(
  columns: readonly TableColumn<Row>[],
  sizing: Readonly<Record<string, number | undefined>>,
): readonly WidthRule[] {
  return columns.map(({ id, columnDef: { size = 120, meta } }) => ({
    widthPx: meta?.roomyPx ?? size,
    minWidthPx: size,
    grow: meta?.grow ?? 1,
    chosenPx: sizing[id],
  }));
}

/** One column's width as a line: `basePx`, and how much of each pixel that is missing or left over it takes. */
export interface FlexWidth {
  readonly basePx: number;
  readonly minPx: number;
  readonly shrinkShare: number;
  readonly growShare: number;
}

export interface FlexWidths {
  readonly columns: readonly FlexWidth[];
  /** The room at which every column is at its base. */
  readonly basePx: number;
}

/**
 * How columns share a room of any width: left-over room goes to the flexible ones in proportion to `grow`, missing room is
 * taken from them in proportion to what each can give, so that all come to their least together; below that the table scrolls.
 * Where nothing is flexible the last column grows, and the table still reaches the edge.
 */
export function flexWidths(rules: readonly WidthRule[]): FlexWidths {
  const bases = rules.map((rule) => rule.chosenPx ?? rule.widthPx);
  const gives = rules.map((rule) => (rule.chosenPx === undefined ? rule.widthPx - rule.minWidthPx : 0));
  const grows = rules.map((rule) => (rule.chosenPx === undefined ? rule.grow : 0));
  const allGives = sum(gives);
  const allGrows = sum(grows);
  const columns = rules.map((_, index): FlexWidth => {
    const basePx = bases[index] ?? 0;
    const give = gives[index] ?? 0;
    const lastAlone = allGrows === 0 && index === rules.length - 1 ? 1 : 0;
    return {
      basePx,
      minPx: basePx - give,
      shrinkShare: allGives === 0 ? 0 : give / allGives,
      growShare: allGrows === 0 ? lastAlone : (grows[index] ?? 0) / allGrows,
    };
  });
  return { columns, basePx: sum(bases) };
}

/** The width of a column in a room of `roomPx`: what the CSS of `widthStyle` comes to. */
export function widthIn(roomPx: number, column: FlexWidth, allBasePx: number): number {
  const sparePx = roomPx - allBasePx;
  const share = sparePx < 0 ? column.shrinkShare : column.growShare;
  return Math.max(column.minPx, column.basePx + sparePx * share);
}

/**
 * `widthIn` as a CSS length, the room being `--room` or, until that is known, the window's width: only that changes with the window. A
 * pixel is held back: rounded widths must not add up to a scrollbar.
 */
export function widthStyle(column: FlexWidth, allBasePx: number): string {
  const { basePx, minPx, shrinkShare, growShare } = column;
  const spare = `var(--room, 100vw) - ${allBasePx + 1}px`;
  const less = shrinkShare === 0 ? '' : ` + min(0px, ${spare}) * ${short(shrinkShare)}`;
  const more = growShare === 0 ? '' : ` + max(0px, ${spare}) * ${short(growShare)}`;
  return less === '' && more === '' ? `${basePx}px` : `max(${minPx}px, ${basePx}px${less}${more})`;
}

function short(share: number): string {
  return String(Number(share.toFixed(4)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/**
 * The widths on screen, in CSS pixels, from the first column to that of `cell`, a header's. All of them are fixed together: were
 * those before it to flex on, the edge of the column would not be where it was put.
 */
export function shownWidthsUpTo(cell: HTMLElement): Record<string, number> {
  const all = [...(cell.parentElement?.querySelectorAll<HTMLElement>('th') ?? [])];
  const upTo = all.slice(0, all.indexOf(cell) + 1);
  return Object.fromEntries(
    upTo.map((one) => [one.dataset.column ?? '', Math.round(one.getBoundingClientRect().width)]),
  );
}
