import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type Compression, chooseEncoding, compressWhole, isCompressible, minCompressedBytes } from './compress.ts';

/** A file of the dashboard in memory. */
export interface DashboardFile {
  readonly contentType: string;
  readonly cacheControl: string;
  /** Hash of the bytes as they are, the base of the entity tags. */
  readonly hash: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The compressed forms that the build made, or that were asked for before. */
  readonly compressed: Map<Compression, Promise<Uint8Array<ArrayBuffer>>>;
}

/** Levels for what is compressed once and then kept. */
const levels: { readonly [encoding in Compression]: number } = { br: 9, gzip: 9 };

/** A file with these bytes; `compressed` are those forms of it that exist already. */
export function dashboardFile(options: {
  contentType: string;
  cacheControl: string;
  bytes: Uint8Array<ArrayBuffer>;
  compressed?: ReadonlyMap<Compression, Uint8Array<ArrayBuffer>>;
}): DashboardFile {
  const { contentType, cacheControl, bytes, compressed = new Map() } = options;
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  const forms = [...compressed].map(([encoding, form]) => [encoding, Promise.resolve(form)] as const);
  return { contentType, cacheControl, hash, bytes, compressed: new Map(forms) };
}

function compressedForm(file: DashboardFile, encoding: Compression): Promise<Uint8Array<ArrayBuffer>> {
  const known = file.compressed.get(encoding);
  if (known !== undefined) return known;
  const form = compressWhole(file.bytes, { encoding, level: levels[encoding] });
  file.compressed.set(encoding, form);
  return form;
}

/** Whether one of the tags of an `If-None-Match` header is `etag` (RFC 9110, 13.1.2: compared weakly). */
function isMatch(ifNoneMatch: string | null, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

/** The response to GET with a file, in the best encoding that the request accepts; 304 when the client has it. */
export async function fileResponse(
  file: DashboardFile,
  { request, status = 200, headers = {} }: { request: Request; status?: number; headers?: Record<string, string> },
): Promise<Response> {
  const isSmaller = file.bytes.byteLength >= minCompressedBytes && isCompressible(file.contentType);
  const encoding = isSmaller ? chooseEncoding(request.headers.get('accept-encoding')) : 'identity';
  const etag = encoding === 'identity' ? `"${file.hash}"` : `"${file.hash}-${encoding}"`;
  const shared = { ...headers, ETag: etag, 'Cache-Control': file.cacheControl, Vary: 'Accept-Encoding' };
  if (status === 200 && isMatch(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers: shared });
  }
  const body = encoding === 'identity' ? file.bytes : await compressedForm(file, encoding);
  return new Response(body, {
    status,
    headers: {
      ...shared,
      'Content-Type': file.contentType,
      'Content-Length': String(body.byteLength),
      ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
    },
  });
}

/** A file in this folder has a hash in its name, so its content never changes. Browsers ask for all other files again each time, by tag. */
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

const types: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.jpg', 'image/jpeg'],
  ['.webp', 'image/webp'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
  ['.wasm', 'application/wasm'],
  ['.txt', 'text/plain; charset=utf-8'],
  ['.md', 'text/markdown; charset=utf-8'],
]);

/** The `Content-Type` of a file by the end of its name, `undefined` for a name that is not of a file we know. */
export function contentTypeOf(path: string): string | undefined {
  return types.get(extname(path).toLowerCase());
}
