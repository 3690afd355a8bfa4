/** How long the stretches are that time is cut into: `unit` times `count`, in the calendar of the runtime's zone. */
export interface TimeStep {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  /** More than 1 only for years. */
  readonly count: number;
}

const defaultMaxSteps = 120;
const dayMs = 24 * 3600 * 1000;
/** What an ECMAScript date can be at most, before and after 1970. */
const farthestMs = 8.64e15;

const steps: readonly (TimeStep & { readonly days: number })[] = [
  { unit: 'day', count: 1, days: 1 },
  { unit: 'week', count: 1, days: 7 },
  { unit: 'month', count: 1, days: 30.436875 },
  ...[1, 10, 100, 1000, 10_000].map((count) => ({ unit: 'year', count, days: 365.2425 * count }) as const),
];

/** Time cut into steps. */
export interface Steps {
  readonly step: TimeStep;
  /** Where each step begins, and where the last one ends: in ms since 1970, at least two. */
  readonly boundsMs: readonly number[];
}

/** Cuts the time from `firstMs` to `lastMs` (both included) into the shortest steps of which `maxSteps` (at least 3) are enough. */
export function timeSteps(options: {
  readonly firstMs: number;
  readonly lastMs: number;
  readonly maxSteps?: number;
}): Steps {
  const { firstMs, lastMs, maxSteps = defaultMaxSteps } = options;
  // Neither end need be where a step begins: so many steps may be touched, and two more.
  const fitting = steps.find(({ days }) => (lastMs - firstMs) / (days * dayMs) + 2 <= maxSteps);
  const { unit, count } = fitting ?? { unit: 'year', count: 10_000 };
  const step: TimeStep = { unit, count };
  const startMs = startOfStep(firstMs, step);
  const boundsMs = [startMs];
  let endMs = startMs;
  do {
    endMs = stepsAfter(startMs, step, boundsMs.length);
    boundsMs.push(endMs);
  } while (endMs <= lastMs);
  return { step, boundsMs };
}

/** Where the step that a time is in begins. A week begins on Monday (ISO 8601). */
function startOfStep(timeMs: number, { unit, count }: TimeStep): number {
  const date = new Date(timeMs);
  date.setHours(0, 0, 0, 0);
  if (unit === 'week') date.setDate(date.getDate() - ((date.getDay() + 6) % 7));
  if (unit === 'month') date.setDate(1);
  if (unit === 'year') date.setFullYear(Math.floor(date.getFullYear() / count) * count, 0, 1);
  return orFarthest(date.getTime(), -farthestMs);
}

/** `places` steps after where one begins. Counted in the calendar, so that a day of 23 hours is a day. */
function stepsAfter(startMs: number, { unit, count }: TimeStep, places: number): number {
  const date = new Date(startMs);
  if (unit === 'day') date.setDate(date.getDate() + places);
  if (unit === 'week') date.setDate(date.getDate() + 7 * places);
  if (unit === 'month') date.setMonth(date.getMonth() + places);
  if (unit === 'year') date.setFullYear((Math.floor(date.getFullYear() / count) + places) * count, 0, 1);
  // Where a clock is put forward at midnight, a day begins at one, and its successor must not.
  date.setHours(0, 0, 0, 0);
  return orFarthest(date.getTime(), farthestMs + 1);
}

/** At the ends of what a date can be there is no calendar any more. */
function orFarthest(timeMs: number, farthest: number): number {
  return Number.isNaN(timeMs) ? farthest : timeMs;
}
