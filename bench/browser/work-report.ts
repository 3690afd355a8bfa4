import { formatCount, formatKilobytes, formatMs } from '../format.ts';
import type { Findings } from '../section.ts';
import { median } from '../statistics.ts';
import type { Traffic } from './count-requests.ts';
import type { PageName } from './make-site.ts';
import type { PageWork } from './measure-work.ts';
import { pageLabels } from './page-labels.ts';

/** What was seen of pages of one length. */
export interface WorkOfPages {
  /** Rows a page. */
  readonly limit: number;
  readonly pages: ReadonlyMap<PageName, readonly PageWork[]>;
}

/** What the browser calls a long task. */
const longTaskMs = 50;

/** Requests, bytes and the longest tasks of each page. */
export function workReport(work: readonly WorkOfPages[]): Findings {
  return {
    tables: [
      {
        title: 'What it takes (watched apart, at full speed)',
        head: [
          'rows',
          'page',
          ...['requests to first rows', 'KB'],
          ...['requests in all', 'KB'],
          ...['longest task, opening', 'longest task, paging'],
        ],
        rows: work.flatMap(({ limit, pages }) =>
          [...pages].map(([name, rounds]) => [
            formatCount(limit),
            pageLabels[name],
            ...trafficCells(rounds.map(({ first }) => first)),
            ...trafficCells(rounds.map(({ all }) => all)),
            formatMs(median(rounds.map(({ loadTaskMs }) => loadTaskMs))),
            pagingCell(rounds),
          ]),
        ),
      },
    ],
    aims: work.map(({ limit, pages }) => {
      const longestMs = median((pages.get('dashboard') ?? []).map(longestTaskOf));
      return {
        aim: `longest task, ${formatCount(limit)} rows a page, full speed, in ms`,
        figure: formatMs(longestMs),
        floor: '',
        value: longestMs,
        atMost: longTaskMs,
      };
    }),
  };
}

function trafficCells(traffic: readonly Traffic[]): string[] {
  return [
    formatCount(median(traffic.map(({ requests }) => requests))),
    formatKilobytes(median(traffic.map(({ bytes }) => bytes))),
  ];
}

function pagingCell(rounds: readonly PageWork[]): string {
  const tasks = rounds.flatMap(({ pagingTaskMs }) => (pagingTaskMs === undefined ? [] : [pagingTaskMs]));
  return tasks.length === 0 ? '–' : formatMs(median(tasks));
}

function longestTaskOf({ loadTaskMs, pagingTaskMs = 0 }: PageWork): number {
  return Math.max(loadTaskMs, pagingTaskMs);
}
