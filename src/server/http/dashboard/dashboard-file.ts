import { createHash } from 'node:crypto';
import { chooseEncoding } from '../choose-encoding.ts';
import { type Compression, compressWhole } from '../compress.ts';
import { isCompressible, minCompressedBytes } from '../is-compressible.ts';

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
