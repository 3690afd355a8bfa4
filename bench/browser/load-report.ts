import { formatCount, formatMs, formatRatio } from '../format.ts';
import type { Aim, Findings, Table } from '../section.ts';
import { median, medianRatio } from '../statistics.ts';
import type { PageName } from './make-site.ts';
import type { LoadCase, PageLoad } from './measure-loads.ts';
import { pageLabels, speedLabel } from './page-labels.ts';

/** How many times a floor the dashboard may take to its first rows, and until it works. */
const floors: readonly { readonly name: PageName; readonly atMost: number; readonly operableAtMost?: number }[] = [
  { name: 'react', atMost: 1.25, operableAtMost: 1.3 },
  { name: 'plain', atMost: 2 },
];

interface MeasuredLoad extends LoadCase {
  readonly loads: readonly PageLoad[];
}

interface LoadRatio {
  readonly dashboard: MeasuredLoad;
  readonly floor: MeasuredLoad;
  readonly atMost: number;
  readonly operableAtMost: number | undefined;
}

/** From navigation to first rows, and how the dashboard compares with the floors. */
export function loadReport(loads: readonly ReadonlyMap<LoadCase, readonly PageLoad[]>[]): Findings {
  const cases = loads.flatMap((map) => [...map].map(([one, rounds]) => ({ ...one, loads: rounds })));
  const ratios = ratiosOf(cases);
  return {
    tables: [loadTable(cases), ratioTable(ratios)],
    aims: ratios.flatMap((ratio) => [
      aimOf('first rows', drawn, ratio, ratio.atMost),
      ...(ratio.operableAtMost === undefined ? [] : [aimOf('operable', operable, ratio, ratio.operableAtMost)]),
    ]),
  };
}

function aimOf(
  what: string,
  timesOf: (load: MeasuredLoad) => number[],
  { dashboard, floor }: LoadRatio,
  atMost: number,
): Aim {
  return {
    aim: `${what}, ${formatCount(dashboard.limit)} a page, ${speedLabel(dashboard.slowdown)}`,
    figure: formatMs(median(timesOf(dashboard))),
    floor: `${formatMs(median(timesOf(floor)))}, ${pageLabels[floor.name]}`,
    value: medianRatio(timesOf(dashboard), timesOf(floor)),
    atMost,
  };
}

function loadTable(cases: readonly MeasuredLoad[]): Table {
  return {
    title: 'From navigation to first rows',
    head: ['rows', 'processor', 'page', 'in document', 'first rows', 'operable', 'tasks of 50 ms or more'],
    rows: cases.map((one) => [
      formatCount(one.limit),
      speedLabel(one.slowdown),
      pageLabels[one.name],
      formatMs(median(inDocument(one))),
      formatMs(median(drawn(one))),
      formatMs(median(operable(one))),
      formatCount(median(one.loads.map(({ longTasksMs }) => longTasksMs.length))),
    ]),
  };
}

function ratioTable(ratios: readonly LoadRatio[]): Table {
  return {
    title: 'The dashboard beside the floors',
    head: ['rows', 'processor', 'floor', 'in document', 'first rows', 'operable'],
    rows: ratios.map(({ dashboard, floor }) => [
      formatCount(dashboard.limit),
      speedLabel(dashboard.slowdown),
      pageLabels[floor.name],
      formatRatio(medianRatio(inDocument(dashboard), inDocument(floor))),
      formatRatio(medianRatio(drawn(dashboard), drawn(floor))),
      formatRatio(medianRatio(operable(dashboard), operable(floor))),
    ]),
  };
}

function ratiosOf(cases: readonly MeasuredLoad[]): LoadRatio[] {
  const dashboards = cases.filter(({ name }) => name === 'dashboard');
  return dashboards.flatMap((dashboard) =>
    floors.flatMap(({ name, atMost, operableAtMost }) => {
      const floor = cases.find(
        (one) => one.name === name && one.limit === dashboard.limit && one.slowdown === dashboard.slowdown,
      );
      return floor ? [{ dashboard, floor, atMost, operableAtMost }] : [];
    }),
  );
}

function drawn({ loads }: MeasuredLoad): number[] {
  return loads.map(({ drawnMs }) => drawnMs);
}

function operable({ loads }: MeasuredLoad): number[] {
  return loads.map(({ operableMs }) => operableMs);
}

function inDocument({ loads }: MeasuredLoad): number[] {
  return loads.map(({ inDocumentMs }) => inDocumentMs);
}
