import type { ShownRows } from '../../browser/page-probe.ts';
import { formatCount, formatMs, formatRatio } from '../../format.ts';
import type { Section } from '../../section.ts';
import { median, medianRatio } from '../../statistics.ts';

/** What was seen of the visits. */
export interface Returns {
  readonly plain: readonly ShownRows[];
  readonly kept: readonly ShownRows[];
  /** Pages asked for until kept rows are up to date. */
  readonly requests: number;
}

const atMostRatio = 1.3;
const atMostRequests = 3;

/** The report on coming back to a list that was kept. */
export function returnSection(
  { plain, kept, requests }: Returns,
  counts: { readonly datasets: number; readonly rounds: number; readonly newDatasets: number },
): Section {
  const { datasets, rounds, newDatasets } = counts;
  const [plainMs, keptMs] = [plain, kept].map((shown) => shown.map(({ drawnMs }) => drawnMs));
  const ratio = medianRatio(keptMs ?? [], plainMs ?? []);
  return {
    title: 'Coming back to the whole collection',
    notes: [
      `One browser profile that has kept ${formatCount(datasets)} datasets, the browser started anew for each visit, in turns with the plain page, ${formatCount(rounds)} times. From navigation to the end of the frame that shows the first rows: the kept ones by items, those of the plain page as the server gives them.`,
    ],
    tables: [
      {
        title: 'From navigation to first rows, in a browser started anew',
        head: ['page', 'in document', 'first rows'],
        rows: [
          ['plain', ...timesOf(plain)],
          ['kept rows', ...timesOf(kept)],
          ['ratio', '', formatRatio(ratio)],
        ],
      },
      {
        title: 'Bringing it up to date',
        head: ['new datasets', 'requests'],
        rows: [[formatCount(newDatasets), formatCount(requests)]],
      },
    ],
    aims: [
      {
        aim: `kept ${formatCount(datasets)} datasets on screen`,
        figure: formatMs(median(keptMs ?? [])),
        floor: `${formatMs(median(plainMs ?? []))}, plain`,
        value: ratio,
        atMost: atMostRatio,
      },
      {
        aim: `requests for ${formatCount(newDatasets)} new of ${formatCount(datasets)} datasets`,
        figure: formatCount(requests),
        floor: '',
        value: requests,
        atMost: atMostRequests,
      },
    ],
  };
}

function timesOf(shown: readonly ShownRows[]): string[] {
  return [
    formatMs(median(shown.map(({ inDocumentMs }) => inDocumentMs))),
    formatMs(median(shown.map(({ drawnMs }) => drawnMs))),
  ];
}
