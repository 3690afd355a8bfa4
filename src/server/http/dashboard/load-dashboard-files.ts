import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Compression } from '../compress.ts';
import { contentTypeOf } from './content-type-of.ts';
import { type DashboardFile, dashboardFile } from './dashboard-file.ts';

/** Names of what the build hashes never mean other bytes; anything else is asked for again each time, by its tag. */
const hashedFolder = '/assets/';
const forever = 'public, max-age=31536000, immutable';
const checked = 'no-cache';

const extensions: readonly (readonly [Compression, string])[] = [
  ['br', '.br'],
  ['gzip', '.gz'],
];

/** The paths of all plain files below a folder, as they stand in a URL. Links are not followed out of it. */
function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .filter((path) => !path.includes('/.'));
}

function readBytes(folder: string, path: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(join(folder, path)));
}

/**
 * Every file of the built dashboard by its path in a URL, read into memory: what is not in here cannot be asked for. Takes
 * `x.js.br` and `x.js.gz` as forms of `x.js`. Throws when the folder cannot be read.
 */
export function loadDashboardFiles(folder: string): ReadonlyMap<string, DashboardFile> {
  const paths = pathsIn(folder);
  const files = paths.flatMap((path) => {
    const contentType = contentTypeOf(path);
    if (contentType === undefined) return [];
    const forms = extensions
      .filter(([, extension]) => paths.includes(path + extension))
      .map(([encoding, extension]) => [encoding, readBytes(folder, path + extension)] as const);
    const cacheControl = path.startsWith(hashedFolder) ? forever : checked;
    const file = dashboardFile({
      contentType,
      cacheControl,
      bytes: readBytes(folder, path),
      compressed: new Map(forms),
    });
    return [[path, file] as const];
  });
  return new Map(files);
}
