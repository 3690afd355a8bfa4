import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliBest } from '../scripts/compress-files.mjs';
import { firstPageFiles } from '../scripts/first-page-files.mjs';
import { formatKilobytes } from './format.ts';
import { projectRoot } from './project-root.ts';
import type { Section } from './section.ts';

/** Of all scripts and styles of the first page together, compressed; `npm run check` fails above it. */
const budgetBytes = 112_000;

/** Weighs the scripts and styles of the first page of the built dashboard. */
export async function measureSize(): Promise<Section> {
  const folder = join(projectRoot, 'dist', 'app');
  const files = await Promise.all(
    firstPageFiles(folder).map(async (path) => {
      const bytes = await readFile(join(folder, path));
      return { path, bytes: bytes.length, brotliBytes: (await brotliBest(bytes)).length };
    }),
  );
  const total = files.reduce((sum, { brotliBytes }) => sum + brotliBytes, 0);
  return {
    title: 'Size',
    notes: ['The scripts and styles that the first page needs, compressed as the build does.'],
    tables: [
      {
        title: 'Files of the first page',
        head: ['file', 'as it is', 'brotli'],
        rows: files.map(({ path, bytes, brotliBytes }) => [path, formatKilobytes(bytes), formatKilobytes(brotliBytes)]),
      },
    ],
    aims: [
      {
        aim: 'scripts and styles of the first page, in KB',
        figure: formatKilobytes(total),
        floor: '',
        value: total / 1000,
        atMost: budgetBytes / 1000,
      },
    ],
  };
}
