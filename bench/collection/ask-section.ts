import { formatCount, formatMs, formatRatio } from '../format.ts';
import type { Aim, Section } from '../section.ts';
import { quantile } from '../statistics.ts';

/** How long one question took, each time it was asked, in ms. */
export interface AskTimes {
  readonly datasets: number;
  readonly kind: keyof typeof questions;
  readonly askedMs: readonly number[];
  /** Of the floor, in the same turns; empty where there is none. */
  readonly floorMs: readonly number[];
}

/** The questions, and how many times their floor, or else how many ms, they may take. */
const questions = {
  number: { label: 'sort by a number', floor: 'a radix sort of the column', atMost: 2 },
  date: { label: 'sort by a date', floor: 'a radix sort of the column', atMost: 2 },
  'name-first': { label: 'sort by name, first time', floor: 'a collator sort of the names', atMost: 1.5 },
  'name-again': { label: 'sort by name again', floor: '', atMost: 40 },
  search: { label: 'search for a word', floor: '`includes` on the same texts', atMost: 3 },
  filters: { label: 'counts of all filters', floor: '', atMost: 50 },
} as const;

const share = 0.95;

/** The report on asking a collection; the aims are those of the most datasets. */
export function askSection(options: {
  readonly times: readonly AskTimes[];
  readonly rounds: number;
  readonly slowRounds: number;
}): Section {
  const { times, rounds, slowRounds } = options;
  const most = Math.max(...times.map(({ datasets }) => datasets));
  return {
    title: 'Asking the whole collection',
    notes: [
      `In one process, each question in turns with its floor, ${rounds} times (the first sort by name ${slowRounds} times): 95 % took no longer. Sorting begins with a collection of which nothing has been worked out; search and filters have been used before, but no word helps the next one, and each query is a new one. An answer has its first 50 rows.`,
    ],
    tables: [
      {
        title: 'Questions',
        head: ['datasets', 'question', 'p95', 'floor', 'floor p95', 'ratio'],
        rows: times.map((one) => {
          const { label, floor } = questions[one.kind];
          const hasFloor = one.floorMs.length > 0;
          return [
            formatCount(one.datasets),
            label,
            formatMs(quantile(one.askedMs, share)),
            floor === '' ? '–' : floor,
            hasFloor ? formatMs(quantile(one.floorMs, share)) : '–',
            hasFloor ? formatRatio(valueOfTimes(one)) : '–',
          ];
        }),
      },
    ],
    aims: times.filter(({ datasets }) => datasets === most).map(aimOf),
  };
}

function aimOf(times: AskTimes): Aim {
  const { label, floor, atMost } = questions[times.kind];
  const hasFloor = times.floorMs.length > 0;
  return {
    aim: `${label}, ${formatCount(times.datasets)} datasets${hasFloor ? '' : ', in ms'}`,
    figure: formatMs(quantile(times.askedMs, share)),
    floor: hasFloor ? `${formatMs(quantile(times.floorMs, share))}, ${floor}` : '',
    value: valueOfTimes(times),
    atMost,
  };
}

function valueOfTimes({ askedMs, floorMs }: AskTimes): number {
  const figure = quantile(askedMs, share);
  return floorMs.length > 0 ? figure / quantile(floorMs, share) : figure;
}
