import { formatCount, formatMs } from '../format.ts';
import type { Aim, Section } from '../section.ts';
import { quantile } from '../statistics.ts';

/** The page that is scrolled, and how. */
export interface ScrollCase {
  readonly page: 'plain' | 'collection' | 'api';
  readonly by: 'thumb' | 'wheel';
}

/** What was seen while one page was scrolled. */
export interface ScrollRun {
  /** From one frame to the next, as the browser dates them. */
  readonly framesMs: readonly number[];
  /** The longest time for which any row in sight had nothing in it. */
  readonly blankMs: number;
  /** Requests for rows that scrolling has caused. */
  readonly requests: number;
}

const pages: Readonly<Record<ScrollCase['page'], string>> = {
  plain: 'plain rows (the floor)',
  collection: 'the dashboard, all loaded, sorted',
  api: 'the dashboard, by pages of the API',
};

/** 60 frames a second; the clock of frames is no more exact than the tolerance. */
const frameMs = 16.7;
const toleranceMs = 1;
/** A frame that takes so long has made the screen wait for a whole one. */
const missedMs = 1.5 * frameMs;
const longMs = 50;
const atMostShare = 0.01;
const atMostBlankMs = 100;

/** The report on scrolling through a list. The aims are those of the list that is loaded; the API's answers are not the page's doing. */
export function scrollSection(options: {
  readonly datasets: number;
  readonly seconds: number;
  readonly runs: ReadonlyMap<ScrollCase, readonly ScrollRun[]>;
}): Section {
  const { datasets, seconds, runs } = options;
  const seen = [...runs].map(([{ page, by }, all]) => ({ page, by, ...summed(all) }));
  return {
    title: 'Reading on',
    notes: [
      `${formatCount(datasets)} datasets as one scroll in a window of 1280 × 800, for ${seconds} s at a time: the thumb is drawn from the first row to the last, the wheel turned by 400 px 60 times a second. The floor has as many plain rows in sight, whose texts it sets as one scrolls, and loads nothing. Frames are dated by \`requestAnimationFrame\`; "above ${frameMs} ms" has ${toleranceMs} ms of tolerance, "missed" is above ${missedMs.toFixed(0)} ms. A row is blank while it has nothing but its place.`,
    ],
    tables: [
      {
        title: 'Frames',
        head: [
          'page',
          'by',
          'frames',
          `above ${frameMs} ms`,
          'missed',
          `above ${longMs} ms`,
          'p99',
          'longest',
          'blank at most',
          'requests',
        ],
        rows: seen.map((one) => [
          pages[one.page],
          one.by,
          formatCount(one.frames),
          formatShare(one.lateShare),
          formatShare(one.missedShare),
          formatCount(one.long),
          formatMs(one.p99Ms),
          formatMs(one.longestMs),
          formatMs(one.blankMs),
          formatCount(one.requests),
        ]),
      },
    ],
    aims: seen
      .filter(({ page }) => page === 'collection')
      .flatMap((one) =>
        aimsOf(
          one,
          seen.find(({ page, by }) => page === 'plain' && by === one.by),
        ),
      ),
  };
}

type Summed = ReturnType<typeof summed>;

function summed(runs: readonly ScrollRun[]) {
  const framesMs = runs.flatMap((run) => run.framesMs);
  const share = (isSo: (ms: number) => boolean): number => framesMs.filter(isSo).length / framesMs.length;
  return {
    frames: framesMs.length,
    lateShare: share((ms) => ms > frameMs + toleranceMs),
    missedShare: share((ms) => ms > missedMs),
    long: framesMs.filter((ms) => ms > longMs).length,
    p99Ms: quantile(framesMs, 0.99),
    longestMs: Math.max(...framesMs),
    blankMs: Math.max(...runs.map((run) => run.blankMs)),
    requests: Math.max(...runs.map((run) => run.requests)),
  };
}

function aimsOf(one: Summed & ScrollCase, floor: Summed | undefined): Aim[] {
  const beside = (figure: (floor: Summed) => string): string => (floor ? `${figure(floor)}, plain rows` : '');
  return [
    {
      aim: `scroll by ${one.by}: share of frames above ${frameMs} ms`,
      figure: formatShare(one.lateShare),
      floor: beside(({ lateShare }) => formatShare(lateShare)),
      value: one.lateShare,
      atMost: atMostShare,
    },
    {
      aim: `scroll by ${one.by}: longest frame, in ms`,
      figure: formatMs(one.longestMs),
      floor: beside(({ longestMs }) => formatMs(longestMs)),
      value: one.longestMs,
      atMost: longMs,
    },
    {
      aim: `scroll by ${one.by}: blank rows once loaded, in ms`,
      figure: formatMs(one.blankMs),
      floor: '',
      value: one.blankMs,
      atMost: atMostBlankMs,
    },
  ];
}

function formatShare(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
