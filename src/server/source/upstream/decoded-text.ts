import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

const maxDecodedBytes = 16 * 1024 * 1024;

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const decoders: Readonly<Record<string, Decode>> = {
  identity: (bytes) => Promise.resolve(bytes),
  gzip: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(gunzip),
  'x-gzip': promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(gunzip),
  deflate: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(inflate),
  br: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(brotliDecompress),
};

/** The text of a body with this `Content-Encoding`; `undefined` when it cannot be read, or only in too much memory. */
export async function decodedText(bytes: Uint8Array, contentEncoding: string | null): Promise<string | undefined> {
  const decode = decoders[(contentEncoding ?? 'identity').trim().toLowerCase()];
  if (decode === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await decode(bytes, { maxOutputLength: maxDecodedBytes }));
  } catch {
    return undefined;
  }
}
