import { formatCount, formatMs, formatRatio } from '../format.ts';
import type { Findings } from '../section.ts';
import { median, medianRatio } from '../statistics.ts';
import { isPage, type MeasuredCase } from './measured-case.ts';
import { pageRows, type Subject } from './server-cases.ts';

/** How many times the serialisation from memory a page may take. */
const atMost = 2;

interface FloorRatio {
  readonly page: MeasuredCase;
  /** Through the server's own HTTP stack. */
  readonly memory: MeasuredCase;
  /** Through `node:http` alone. */
  readonly node: MeasuredCase;
}

/** What the first page costs beside the same rows serialised from memory. */
export function floorReport(cases: readonly MeasuredCase[]): Findings {
  const ratios = floorRatios(cases);
  return {
    tables: [
      {
        title: 'Floor: the same rows, serialised from memory for each request',
        head: ['datasets', 'connections', 'page p50', 'same HTTP stack', 'ratio', 'node:http alone', 'ratio'],
        rows: ratios.map(({ page, memory, node }) => [
          formatCount(page.datasets),
          formatCount(page.connections),
          formatMs(median(page.p50s)),
          formatMs(median(memory.p50s)),
          formatRatio(medianRatio(page.p50s, memory.p50s)),
          formatMs(median(node.p50s)),
          formatRatio(medianRatio(page.p50s, node.p50s)),
        ]),
      },
    ],
    aims: ratios.map(({ page, memory }) => ({
      aim: `page of ${formatCount(pageRows)} rows, ${formatCount(page.datasets)} datasets, ${page.connections} conn.`,
      figure: formatMs(median(page.p50s)),
      floor: `${formatMs(median(memory.p50s))}, from memory`,
      value: medianRatio(page.p50s, memory.p50s),
      atMost,
    })),
  };
}

function floorRatios(cases: readonly MeasuredCase[]): FloorRatio[] {
  const firstPages = cases.filter(isPage).filter(({ subject }) => subject.place === 'first' && subject.list === 'all');
  return firstPages.flatMap((page) => {
    const beside = (kind: Subject['kind']): MeasuredCase | undefined =>
      cases.find(
        ({ datasets, connections, subject }) =>
          datasets === page.datasets && connections === page.connections && subject.kind === kind,
      );
    const [memory, node] = [beside('memory'), beside('memory-node')];
    return memory && node ? [{ page, memory, node }] : [];
  });
}
