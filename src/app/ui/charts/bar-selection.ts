/** Some bars of a chart in a row: from the one where the selecting began to the one where it is. */
export interface BarSelection {
  readonly anchor: number;
  readonly head: number;
}

/** The first and the last bar of a selection, both included. */
export interface BarRange {
  readonly from: number;
  readonly to: number;
}

/** A selection in the order of the bars. */
export function barRange({ anchor, head }: BarSelection): BarRange {
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) };
}

/** What a key makes of a selection: arrows, Home and End move it, with Shift they extend it; `undefined` for any other key. */
export function movedSelection(
  selection: BarSelection,
  options: { readonly key: string; readonly isExtended: boolean; readonly count: number; readonly isRtl: boolean },
): BarSelection | undefined {
  const { key, isExtended, count, isRtl } = options;
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
  const page = Math.max(1, Math.round(count / 10));
  const heads = new Map([
    [forward, selection.head + 1],
    [back, selection.head - 1],
    ['PageDown', selection.head + page],
    ['PageUp', selection.head - page],
    ['Home', 0],
    ['End', count - 1],
  ]);
  const to = heads.get(key);
  if (to === undefined) return undefined;
  const head = Math.max(0, Math.min(to, count - 1));
  return { anchor: isExtended ? selection.anchor : head, head };
}

/** The bar at a share of the chart's width, from 0 to 1. */
export function barAt(share: number, count: number): number {
  return Math.max(0, Math.min(Math.floor(share * count), count - 1));
}
