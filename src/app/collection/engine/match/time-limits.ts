import { parseAge, timeBefore } from '../query/age.ts';
import { parseDate, type TimeSpan } from '../query/date-span.ts';
import type { Comparison } from '../query/query-term.ts';

/** Times in whole ms since 1970, both included. */
export interface TimeLimits {
  readonly least: number;
  readonly most: number;
}

const nothing: TimeLimits = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };

/**
 * Between which times a condition holds. A date stands for all of its day, month or year: `>2026-01` begins in February. For an
 * age `<` is later than that long ago.
 */
export function timeLimits(range: Comparison<string>, nowMs: number): TimeLimits {
  if (range.op === '..') {
    const [from, to] = [parseDate(range.from, nowMs), parseDate(range.to, nowMs)];
    return from && to ? { least: from.startMs, most: to.endMs - 1 } : nothing;
  }
  const age = parseAge(range.value);
  if (age) return ageLimits(range.op, timeBefore(nowMs, age));
  const span = parseDate(range.value, nowMs);
  return span ? spanLimits(range.op, span) : nothing;
}

type BoundOp = '=' | '<' | '<=' | '>' | '>=';

function spanLimits(op: BoundOp, { startMs, endMs }: TimeSpan): TimeLimits {
  const [always, never] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  switch (op) {
    case '=':
      return { least: startMs, most: endMs - 1 };
    case '<':
      return { least: always, most: startMs - 1 };
    case '<=':
      return { least: always, most: endMs - 1 };
    case '>':
      return { least: endMs, most: never };
    case '>=':
      return { least: startMs, most: never };
  }
}

/** An age has no length: nothing is that old to the millisecond but by chance, so `=` is not offered. */
function ageLimits(op: BoundOp, thenMs: number): TimeLimits {
  const [always, never] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  switch (op) {
    case '<':
      return { least: thenMs + 1, most: never };
    case '<=':
      return { least: thenMs, most: never };
    case '>':
      return { least: always, most: thenMs - 1 };
    case '>=':
      return { least: always, most: thenMs };
    case '=':
      return { least: thenMs, most: thenMs };
  }
}
