import type { BlockSlice } from './join-blocks.ts';

/** Rows of one collection that are rows of another: `from` to before `to` there stand from `at` on here. */
export interface SameStretch {
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Which rows of a collection were in one before, by the blocks that both are made of: in the order of the rows. */
export function sameStretches(before: readonly BlockSlice[], after: readonly BlockSlice[]): SameStretch[] {
  const places = new Map<BlockSlice['block'], (BlockSlice & { readonly start: number })[]>();
  let start = 0;
  for (const slice of before) {
    places.set(slice.block, [...(places.get(slice.block) ?? []), { ...slice, start }]);
    start += slice.to - slice.from;
  }
  const stretches: SameStretch[] = [];
  let at = 0;
  for (const { block, from, to } of after) {
    for (const then of places.get(block) ?? []) {
      const [first, last] = [Math.max(from, then.from), Math.min(to, then.to)];
      if (first < last) {
        addStretch(stretches, {
          from: then.start + first - then.from,
          to: then.start + last - then.from,
          at: at + first - from,
        });
      }
    }
    at += Math.max(0, to - from);
  }
  return stretches;
}

/** One that goes on where the last one ends makes it longer. */
function addStretch(stretches: SameStretch[], next: SameStretch): void {
  const last = stretches.at(-1);
  if (last !== undefined && last.to === next.from && last.at + last.to - last.from === next.at) {
    stretches[stretches.length - 1] = { ...last, to: next.to };
  } else {
    stretches.push(next);
  }
}
