import { formatCount, formatKilobytes, formatMs } from '../format.ts';
import type { Findings } from '../section.ts';
import { breakEvenMbitPerSecond, type CompressionCost } from './compression-cost.ts';
import { loadCells, loadHead, type MeasuredCase } from './measured-case.ts';
import { pageRows } from './server-cases.ts';

/** The line on which compression has to pay. */
const lineMbitPerSecond = 1000;

/** What compressing a page costs and gains. */
export function compressionReport(cases: readonly MeasuredCase[], cost: CompressionCost): Findings {
  const { bytes, compressedBytes, costMs } = cost;
  const savedMs = ((bytes - compressedBytes) * 8) / (lineMbitPerSecond * 1000);
  return {
    tables: [
      {
        title: `A page of ${formatCount(pageRows)} rows with \`accept-encoding: br\``,
        head: ['datasets', 'connections', ...loadHead],
        rows: cases
          .filter(({ subject }) => subject.kind === 'brotli')
          .map((one) => [formatCount(one.datasets), formatCount(one.connections), ...loadCells(one)]),
      },
      {
        title: 'Compression of that page: brotli at quality 1',
        head: ['bytes', 'compressed', 'processor time', 'pays on lines slower than'],
        rows: [
          [
            formatKilobytes(bytes),
            formatKilobytes(compressedBytes),
            formatMs(costMs),
            `${formatCount(breakEvenMbitPerSecond(cost))} Mbit/s`,
          ],
        ],
      },
    ],
    aims: [
      {
        aim: `compression costs less than it saves at ${formatCount(lineMbitPerSecond)} Mbit/s`,
        figure: formatMs(costMs),
        floor: `${formatMs(savedMs)}, saved`,
        value: costMs / savedMs,
        atMost: 1,
      },
    ],
  };
}
