import { formatCount, formatMs, formatRatio } from '../format.ts';
import type { Aim, Section } from '../section.ts';
import { median, medianRatio } from '../statistics.ts';

/** What loading one list took, each time, in turns with its floor. */
export interface LoadTimes {
  readonly datasets: number;
  readonly loadedMs: readonly number[];
  /** Fetching and parsing the same pages, as many at a time, and keeping nothing. */
  readonly floorMs: readonly number[];
  readonly requests: number;
  readonly floorRequests: number;
  /** What the collection holds of memory, a row. */
  readonly bytesPerRow: number;
}

const atMostRatio = 1.5;
const atMostBytesPerRow = 250;

/** The report on loading a whole list. */
export function loadSection(times: readonly LoadTimes[], rounds: number): Section {
  return {
    title: 'Loading the whole collection',
    notes: [
      `The built command in a process of its own, and the loader in this one, six requests at a time, in turns with its floor, ${rounds} times: the floor fetches the same pages, parses their JSON and keeps nothing. Figures are medians, the ratio is the median of the ratios of the rounds. A list of up to 5,000 rows would be read twice, to be sure of it.`,
    ],
    tables: [
      {
        title: 'From the first request to the last row',
        head: ['datasets', 'loaded in', 'requests', 'floor', 'requests of the floor', 'ratio', 'memory a row'],
        rows: times.map((one) => [
          formatCount(one.datasets),
          formatMs(median(one.loadedMs)),
          formatCount(one.requests),
          formatMs(median(one.floorMs)),
          formatCount(one.floorRequests),
          formatRatio(medianRatio(one.loadedMs, one.floorMs)),
          `${formatCount(Math.round(one.bytesPerRow))} bytes`,
        ]),
      },
    ],
    aims: times.flatMap(aimsOf),
  };
}

function aimsOf({ datasets, loadedMs, floorMs, bytesPerRow }: LoadTimes): Aim[] {
  return [
    {
      aim: `load ${formatCount(datasets)} datasets`,
      figure: formatMs(median(loadedMs)),
      floor: `${formatMs(median(floorMs))}, the pages fetched and parsed`,
      value: medianRatio(loadedMs, floorMs),
      atMost: atMostRatio,
    },
    {
      aim: `memory of ${formatCount(datasets)} datasets, in bytes a row`,
      figure: formatCount(Math.round(bytesPerRow)),
      floor: '',
      value: bytesPerRow,
      atMost: atMostBytesPerRow,
    },
  ];
}
