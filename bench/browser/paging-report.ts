import { formatCount, formatMs } from '../format.ts';
import type { Findings } from '../section.ts';
import { median } from '../statistics.ts';
import type { PagingCase, PagingRound } from './measure-paging.ts';
import { speedLabel } from './page-labels.ts';
import type { ClickedRows } from './page-probe.ts';

/** From a click to other rows. The aim is that the very next frame shows what was fetched ahead. */
export function pagingReport(paging: readonly ReadonlyMap<PagingCase, readonly PagingRound[]>[]): Findings {
  const cases = paging.flatMap((map) => [...map]);
  return {
    tables: [
      {
        title: 'From a click to other rows',
        head: ['rows', 'processor', 'next page (fetched ahead)', 'in frame', 'last page', 'in frame'],
        rows: cases.map(([{ limit, slowdown }, rounds]) => [
          formatCount(limit),
          speedLabel(slowdown),
          ...clickCells(rounds.map(({ next }) => next)),
          ...clickCells(rounds.map(({ last }) => last)),
        ]),
      },
    ],
    aims: cases
      .filter(([{ slowdown }]) => slowdown === 1)
      .map(([{ limit }, rounds]) => ({
        aim: `next page of ${formatCount(limit)} rows: which frame after the click shows it`,
        figure: formatMs(median(rounds.map(({ next }) => next.drawnAfterMs))),
        floor: '',
        value: median(rounds.map(({ next }) => next.frames)),
        atMost: 1,
      })),
  };
}

function clickCells(clicks: readonly ClickedRows[]): string[] {
  return [
    formatMs(median(clicks.map(({ drawnAfterMs }) => drawnAfterMs))),
    formatCount(median(clicks.map(({ frames }) => frames))),
  ];
}
