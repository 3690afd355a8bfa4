import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { hostileText } from './hostile-text.ts';

export interface HostileBody {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the bytes claim to be; it may be wrong. */
  readonly contentEncoding: string | undefined;
}

const deepJson = fc
  .tuple(fc.constantFrom(['[', ']'], ['{"a":', '}']), fc.constantFrom(10, 1_000, 7_000, 100_000))
  .map(([[open, close], depth]) => `${String(open).repeat(depth)}1${String(close).repeat(depth)}`);

const patch = fc.record(
  {
    name: fc.oneof(hostileText, fc.constantFrom(null, 'target', 'kept-one', 7)),
    title: fc.oneof(hostileText, fc.constant(null)),
    generalAccess: fc.constantFrom('RESTRICTED', 'FOLLOW_USER_SETTING', 'ALL', null),
  },
  { requiredKeys: [] },
);

const json = fc.oneof(
  fc.json({ stringUnit: 'binary' }),
  fc
    .array(fc.dictionary(hostileText, fc.jsonValue(), { maxKeys: 5 }), { maxLength: 5 })
    .map((value) => JSON.stringify(value)),
  patch.map((value) => JSON.stringify(value)),
  fc.constantFrom('[]', '{}', '[{}]', '"{}"', '"[{}]"', '{"a":1e999}', '[null]', '{"__proto__":{"name":"x"}}'),
  deepJson,
  deepJson.map((deep) => `[{"deep":${deep}}]`),
);

const plain = fc.oneof(
  { weight: 5, arbitrary: json.map((value) => Buffer.from(value)) },
  { weight: 1, arbitrary: json.map((value) => Buffer.from(JSON.stringify(value))) },
  { weight: 1, arbitrary: hostileText.map((value) => Buffer.from(value)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((value) => Buffer.from(value)) },
);

const packings: readonly (readonly [string | undefined, (bytes: Buffer) => Uint8Array])[] = [
  [undefined, (bytes) => bytes],
  ['identity', (bytes) => bytes],
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
  ['gzip', (bytes) => gzipSync(bytes).subarray(0, -3)],
  ['br', (bytes) => brotliCompressSync(bytes).subarray(1)],
  ['br', (bytes) => bytes],
  ['gzip, gzip', (bytes) => gzipSync(gzipSync(bytes))],
  ['zstd', (bytes) => bytes],
];

/** A body that is what it should be, nearly, or not at all. */
export const hostileBody: fc.Arbitrary<HostileBody> = fc
  .tuple(plain, fc.oneof(fc.constant(packings[0]), fc.constantFrom(...packings)))
  .map(([bytes, [contentEncoding, pack] = [undefined, (same: Buffer) => same]]) => ({
    bytes: new Uint8Array(pack(bytes)),
    contentEncoding,
  }));
