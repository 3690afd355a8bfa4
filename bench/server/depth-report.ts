import { formatCount, formatMs, formatRatio } from '../format.ts';
import type { Findings } from '../section.ts';
import { median, medianRatio } from '../statistics.ts';
import { isPage, type MeasuredCase, type MeasuredPage } from './measured-case.ts';

/** How many times the first page of a list the last one may take. */
const atMost = 1.2;

interface Depth {
  readonly first: MeasuredPage;
  readonly last: MeasuredPage;
  readonly ratio: number;
}

/** What the last page of each list costs beside the first; the aims are those of the most datasets. */
export function depthReport(cases: readonly MeasuredCase[]): Findings {
  const depths = depthsOf(cases.filter(isPage));
  const most = Math.max(...depths.map(({ first }) => first.datasets));
  return {
    tables: [
      {
        title: 'Depth: the last page beside the first',
        head: ['datasets', 'list', 'connections', 'first page p50', 'last page p50', 'ratio'],
        rows: depths.map(({ first, last, ratio }) => [
          formatCount(first.datasets),
          first.subject.list,
          formatCount(first.connections),
          formatMs(median(first.p50s)),
          formatMs(median(last.p50s)),
          formatRatio(ratio),
        ]),
      },
    ],
    aims: depths
      .filter(({ first }) => first.datasets === most)
      .map(({ first, last, ratio }) => ({
        aim: `last page of ${formatCount(most)}, ${first.subject.list}, ${first.connections} conn.`,
        figure: formatMs(median(last.p50s)),
        floor: `${formatMs(median(first.p50s))}, first page`,
        value: ratio,
        atMost,
      })),
  };
}

function depthsOf(pages: readonly MeasuredPage[]): Depth[] {
  const firsts = pages.filter(({ subject }) => subject.place === 'first');
  return firsts.flatMap((first) => {
    const last = pages.find((page) => page.subject.place === 'last' && isSameList(page, first));
    return last === undefined ? [] : [{ first, last, ratio: medianRatio(last.p50s, first.p50s) }];
  });
}

function isSameList(a: MeasuredPage, b: MeasuredPage): boolean {
  return a.datasets === b.datasets && a.connections === b.connections && a.subject.list === b.subject.list;
}
