import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressible = /\.(css|html|ico|js|json|map|md|mjs|svg|txt|webmanifest|xml)$/;
const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Compresses a file's bytes as the build does, as well as brotli can.
 * @param {Uint8Array} bytes
 */
export function brotliBest(bytes) {
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/**
 * Writes a `.br` and a `.gz` beside every compressible file of a folder and the folders in it.
 * @param {string} folder
 */
export async function compressFiles(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => compressible.test(name));
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const bytes = await readFile(path);
      await Promise.all([
        writeFile(`${path}.br`, await brotliBest(bytes)),
        writeFile(`${path}.gz`, await zip(bytes, { level: constants.Z_BEST_COMPRESSION })),
      ]);
    }),
  );
}
