import { formatCount, formatMs } from '../../format.ts';
import type { Aim, Section } from '../../section.ts';
import { median, quantile } from '../../statistics.ts';

/** What was seen of a page with a whole collection behind it; times in ms, from the gesture to the rows on screen. */
export interface Reactions {
  readonly loadedMs: number;
  /** Tasks of the main thread of 50 ms and more, while the collection was loaded. */
  readonly longTasksMs: readonly number[];
  /** The first click that sorts by name: names are ranked then. */
  readonly nameFirstMs: number;
  /** Of each click, by the header that was clicked. */
  readonly sorts: ReadonlyMap<string, readonly number[]>;
  /** Of each letter that was typed. */
  readonly letters: readonly number[];
}

const share = 0.95;
const atMostMs = { letter: 50, sort: 100, task: 50 } as const;
/** The headers that the aims are about. */
const judged = ['Items', 'Name'];

/** The report on how quickly the page answers. */
export function reactSection(
  { loadedMs, longTasksMs, nameFirstMs, sorts, letters }: Reactions,
  { datasets, rounds, restMs }: { readonly datasets: number; readonly rounds: number; readonly restMs: number },
): Section {
  const of = `${formatCount(datasets)} datasets`;
  const gestures = [
    ...[...sorts].map(([header, times]) => [`click on "${header}"`, times] as const),
    ['letter', letters] as const,
  ];
  return {
    title: 'Reading the whole collection',
    notes: [
      `A page of the built command in Chromium, with ${of}. From the gesture, as the browser dates it, to the end of the frame that shows the rows it brings. ${formatCount(rounds)} rounds: each header in turn, so that each click sorts anew, and a word typed letter by letter, each of which is a search of its own; the page rests for ${formatMs(restMs)} between two gestures. The first click on "Name", which ranks the names, took ${formatMs(nameFirstMs)}.`,
    ],
    tables: [
      {
        title: 'From a gesture to rows',
        head: ['gesture', 'times', 'median', 'p95'],
        rows: gestures.map(([label, times]) => [
          label,
          formatCount(times.length),
          formatMs(median(times)),
          formatMs(quantile(times, share)),
        ]),
      },
      {
        title: 'While it loads',
        head: ['loaded in', 'tasks of 50 ms or more', 'the longest'],
        rows: [[formatMs(loadedMs), formatCount(longTasksMs.length), formatMs(longest(longTasksMs))]],
      },
    ],
    aims: [
      aimOf(`from a letter typed to rows, ${of}, in ms`, letters, atMostMs.letter),
      ...judged.flatMap((header) => {
        const times = sorts.get(header);
        return times === undefined
          ? []
          : [aimOf(`from the click on "${header}" to rows, ${of}, in ms`, times, atMostMs.sort)];
      }),
      {
        aim: `longest task while ${of} are loaded, in ms`,
        figure: longTasksMs.length === 0 ? 'below 50 ms' : formatMs(longest(longTasksMs)),
        floor: '',
        value: longest(longTasksMs),
        atMost: atMostMs.task,
      },
    ],
  };
}

function aimOf(aim: string, times: readonly number[], atMost: number): Aim {
  const value = quantile(times, share);
  return { aim, figure: `${formatMs(value)} (median ${formatMs(median(times))})`, floor: '', value, atMost };
}

function longest(tasksMs: readonly number[]): number {
  return Math.max(0, ...tasksMs);
}
