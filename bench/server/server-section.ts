import { formatCount, formatMs } from '../format.ts';
import type { Findings, Section, Table } from '../section.ts';
import { median } from '../statistics.ts';
import type { CompressionCost } from './compression-cost.ts';
import { compressionReport } from './compression-report.ts';
import { depthReport } from './depth-report.ts';
import { floorReport } from './floor-report.ts';
import type { Load } from './measure-load.ts';
import { isPage, loadCells, loadHead, type MeasuredCase, measuredCases } from './measured-case.ts';
import { connectionCounts, pageRows, type ServerCase } from './server-cases.ts';

/** All that was measured of the server. */
export interface ServerResults {
  /** The loads of each request, in the order of the rounds. */
  readonly loads: ReadonlyMap<ServerCase, readonly Load[]>;
  readonly compression: CompressionCost;
  /** How many, by the number of connections. */
  readonly roundsAt: Readonly<Record<number, number>>;
  /** In each round, of each case. */
  readonly requests: number;
}

/** The most that a list of one row may take, in ms. */
const oneRowAtMostMs = 1;

/** The report on the server. */
export function serverSection({ loads, compression, roundsAt, requests }: ServerResults): Section {
  const rounds = connectionCounts.map((count) => `${roundsAt[count]} rounds at ${count} conn.`).join(', ');
  const cases = measuredCases(loads);
  const findings = [depthReport(cases), floorReport(cases), oneRowReport(cases), compressionReport(cases, compression)];
  return {
    title: 'Server',
    notes: [
      `The built command in a process of its own, asked by autocannon for \`GET /v2/datasets?limit=${pageRows}\`: ${rounds}, each of ${requests} requests, all cases in turns. Every figure is the median of the rounds, every ratio the median of the ratios of the rounds.`,
      'A tenth of the datasets is unnamed, a tenth of the others is empty; one in a hundred more is shared by another user.',
    ],
    tables: [pagesTable(cases), ...findings.flatMap(({ tables }) => tables)],
    aims: findings.flatMap(({ aims }) => aims),
  };
}

function pagesTable(cases: readonly MeasuredCase[]): Table {
  const pages = cases.filter(isPage);
  return {
    title: `A page of ${formatCount(pageRows)} rows`,
    head: [
      'datasets',
      'list',
      'rows in it',
      'offset',
      ...connectionCounts.flatMap((count) => [`p50 at ${count} conn.`, 'p99', 'req/s']),
    ],
    rows: pages
      .filter(({ connections }) => connections === connectionCounts[0])
      .map(({ datasets, subject, url }) => [
        formatCount(datasets),
        subject.list,
        formatCount(subject.total),
        formatCount(subject.offset),
        ...pages.filter((page) => page.url === url).flatMap(loadCells),
      ]),
  };
}

function oneRowReport(cases: readonly MeasuredCase[]): Findings {
  const measured = cases.filter(({ subject }) => subject.kind === 'one-row');
  return {
    tables: [
      {
        title: 'One row (`limit=1`)',
        head: ['datasets', 'connections', ...loadHead],
        rows: measured.map((one) => [formatCount(one.datasets), formatCount(one.connections), ...loadCells(one)]),
      },
    ],
    aims: measured
      .filter(({ connections }) => connections === 1)
      .map(({ datasets, p50s }) => ({
        aim: `\`limit=1\`, ${formatCount(datasets)} datasets, in ms`,
        figure: formatMs(median(p50s)),
        floor: '',
        value: median(p50s),
        atMost: oneRowAtMostMs,
      })),
  };
}
