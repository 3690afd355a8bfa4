import type { ProbedRows } from './offset-bracket.ts';
import { OffsetBracket } from './offset-bracket.ts';

/** What is looked for and how. */
export interface OffsetSearch {
  /** Reads some rows from `offset` on: at least two where there are, for a surer answer. */
  readonly probe: (offset: number) => Promise<ProbedRows>;
  /** The least key that is good. */
  readonly key: number;
  /** Rows that are known already, though they may be old: where to begin, nothing more. */
  readonly known?: ProbedRows | undefined;
}

/** Where the rows begin that are looked for. */
export interface FoundOffset {
  /** Rows before the first one whose key is good; of the last row when there is none. */
  readonly offset: number;
  /** The key of the row there; `undefined` of an empty list. */
  readonly key: number | undefined;
  readonly total: number;
  readonly probes: number;
}

/** More than any list needs that rests meanwhile: 10¹² rows are halved forty times. */
const maxProbes = 64;

/**
 * Finds the first row of a list whose key is at least `key`, by a few probes: where the row should be by the curve of what
 * has been seen of them, and by halving where that does not get on. The answer is always read off one probe, so that it was true when that was
 * made, whatever the list has lost or gained meanwhile.
 */
export async function findOffset({ probe, key, known }: OffsetSearch): Promise<FoundOffset> {
  const bracket = new OffsetBracket(key);
  const isOnScreen = known !== undefined && isShown(known, key);
  if (known !== undefined && !isOnScreen) bracket.learn(known);
  for (let probes = 1; ; probes += 1) {
    const rows = await probe(isOnScreen && probes === 1 ? known.offset : bracket.next());
    const isProven = isShown(rows, key) || bracket.isClosedBy(rows);
    if (isProven || probes >= maxProbes) return { ...nearestIn(rows, key), total: rows.total, probes };
    bracket.learn(rows);
  }
}

/** Whether these rows show by themselves where the good ones begin, or that there are none. */
function isShown({ keys, offset, total }: ProbedRows, key: number): boolean {
  const index = keys.findIndex((one) => one >= key);
  if (total === 0 || index > 0 || (index === 0 && offset === 0)) return true;
  return index < 0 && keys.length > 0 && offset + keys.length >= total;
}

function nearestIn({ keys, offset, total }: ProbedRows, key: number): Pick<FoundOffset, 'offset' | 'key'> {
  const first = keys.findIndex((one) => one >= key);
  const index = first < 0 ? keys.length - 1 : first;
  return { offset: Math.max(0, Math.min(offset + index, total - 1)), key: keys[index] };
}
