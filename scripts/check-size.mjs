import './require-node.mjs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliBest } from './compress-files.mjs';
import { firstPageFiles } from './first-page-files.mjs';
import { main } from './main.mjs';
import { root } from './project.mjs';

/** 110 KB as the files go over the wire, and 1.95 KB for the table's columns (docs/decisions/0010). */
const budgetBytes = 112_000;

/** Fails when the scripts and styles of the first page take more than the budget. */
async function checkSize() {
  const folder = join(root, 'dist', 'app');
  const rows = await Promise.all(
    firstPageFiles(folder).map(async (path) => {
      const bytes = await readFile(join(folder, path));
      return { path, bytes: bytes.length, brotliBytes: (await brotliBest(bytes)).length };
    }),
  );
  const total = { path: 'in all', bytes: sum(rows, 'bytes'), brotliBytes: sum(rows, 'brotliBytes') };
  for (const { path, bytes, brotliBytes } of [...rows, total]) {
    console.log(`${pad(bytes)} bytes ${pad(brotliBytes)} brotli  ${path}`);
  }
  if (rows.length === 0) throw new Error('index.html names no script: there is nothing to measure.');
  if (total.brotliBytes > budgetBytes) {
    const excess = (total.brotliBytes - budgetBytes).toLocaleString('en');
    throw new Error(`The first page is ${excess} bytes above its ${budgetBytes.toLocaleString('en')}.`);
  }
}

/**
 * @template {string} Key
 * @param {Record<Key, number>[]} rows
 * @param {Key} key
 */
function sum(rows, key) {
  return rows.reduce((total, row) => total + row[key], 0);
}

/** @param {number} count */
function pad(count) {
  return count.toLocaleString('en').padStart(9);
}

await main(checkSize);
