import { brotliCompressSync, constants, createBrotliCompress, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ApiError } from '../../contract/api-error.ts';
import { readBody } from './body.ts';

const maxBytes = 9_437_184;
const brotli = (bytes: Uint8Array) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
const compressors = { gzip: gzipSync, deflate: deflateSync, br: brotli };
const encodings = Object.keys(compressors) as (keyof typeof compressors)[];

function request(body: Uint8Array | ReadableStream<Uint8Array> | null, headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/v2/x', {
    method: 'POST',
    headers,
    body: body as BodyInit,
    duplex: 'half',
  } as RequestInit);
}

async function refusal(sent: Request): Promise<Pick<ApiError, 'status' | 'type' | 'message'>> {
  const error = await readBody(sent).then(
    () => undefined,
    (thrown: ApiError) => thrown,
  );
  expect(error?.name).toBe('ApiError');
  const { status = 0, type = '', message = '' } = error ?? {};
  return { status, type, message };
}

const tooLarge = { status: 413, type: 'request-too-large' };
const invalid = { status: 400, type: 'invalid-request' };

describe('the body of a request', () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ text: 'Zürich 東京'.repeat(10_000) }));

  it.each(encodings)('%s: is decompressed', async (encoding) => {
    for (const spelling of [encoding, encoding.toUpperCase(), ` ${encoding} `]) {
      const body = await readBody(request(compressors[encoding](bytes), { 'content-encoding': spelling }));
      expect(Buffer.from(bytes).equals(body)).toBe(true);
    }
  });

  it('is itself without an encoding', async () => {
    expect(Buffer.from(bytes).equals(await readBody(request(bytes)))).toBe(true);
    expect(Buffer.from(bytes).equals(await readBody(request(bytes, { 'content-encoding': 'identity' })))).toBe(true);
    expect((await readBody(request(null))).byteLength).toBe(0);
    expect((await readBody(request(new Uint8Array()))).byteLength).toBe(0);
  });

  it.each(['zstd', 'x-gzip', 'compress', 'gzip, br', 'gzip,gzip', 'identity, gzip', 'gzip;q=1', 'x'.repeat(5000)])(
    'refuses the encoding %.20j',
    async (encoding) => {
      const refused = await refusal(request(gzipSync(bytes), { 'content-encoding': encoding }));
      expect(refused).toMatchObject({ status: 415, type: 'unsupported-content-encoding' });
      expect(refused.message).toContain(encoding.slice(0, 20));
      expect(refused.message.length).toBeLessThan(250);
    },
  );

  it.each(encodings)('%s: refuses what is cut, corrupt or something else', async (encoding) => {
    const whole = compressors[encoding](bytes);
    const corrupt = Uint8Array.from(whole, (byte, index) => (index > 20 && index < 40 ? byte ^ 255 : byte));
    for (const body of [whole.subarray(0, whole.length - 1), whole.subarray(0, 12), corrupt, bytes]) {
      const refused = await refusal(request(body, { 'content-encoding': encoding }));
      expect(refused).toMatchObject(invalid);
      expect(refused.message).toContain(`(${encoding})`);
    }
  });

  it('refuses raw deflate, which is not what the name means', async () => {
    expect(await refusal(request(deflateRawSync(bytes), { 'content-encoding': 'deflate' }))).toMatchObject(invalid);
  });

  it('refuses a body that breaks off', async () => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(bytes);
        controller.error(new Error('connection lost'));
      },
    });
    expect(await refusal(request(body))).toMatchObject(invalid);
  });
});

describe('the bound of a body', () => {
  const atBound = new Uint8Array(maxBytes).fill(32);
  const overBound = new Uint8Array(maxBytes + 1).fill(32);

  it('is exact', async () => {
    expect((await readBody(request(atBound))).byteLength).toBe(maxBytes);
    expect(await refusal(request(overBound))).toMatchObject(tooLarge);
  });

  it.each(encodings)('%s: is meant after decompression, exactly', async (encoding) => {
    const headers = { 'content-encoding': encoding };
    expect((await readBody(request(compressors[encoding](atBound), headers))).byteLength).toBe(maxBytes);
    expect(await refusal(request(compressors[encoding](overBound), headers))).toMatchObject(tooLarge);
  });

  it('refuses a larger Content-Length before reading', async () => {
    const { body, taken } = endless(new Uint8Array(1));
    expect(await refusal(request(body, { 'content-length': String(maxBytes + 1) }))).toMatchObject(tooLarge);
    expect(taken.bytes).toBe(0);
  });

  /** A body without end, and how many of its bytes were taken. */
  function endless(chunk: Uint8Array) {
    const taken = { bytes: 0 };
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          taken.bytes += chunk.byteLength;
          controller.enqueue(chunk);
        },
      },
      { highWaterMark: 0 },
    );
    return { body, taken };
  }

  it('stops an endless body', async () => {
    const { body, taken } = endless(new Uint8Array(65_536));
    expect(await refusal(request(body))).toMatchObject(tooLarge);
    expect(taken.bytes).toBeLessThan(maxBytes + 2 * 65_536);
  });

  it('stops an endless compressed body that holds nothing', async () => {
    // An empty stored block of deflate, again and again: bytes go in and none come out.
    const emptyBlocks = new Uint8Array(50_000).map((_byte, index) => [0, 0, 0, 255, 255][index % 5] ?? 0);
    const { body, taken } = endless(emptyBlocks);
    const zlibHeader = new Uint8Array([0x78, 0x01]);
    const withHeader = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({ start: (controller) => controller.enqueue(zlibHeader) }),
    );
    expect(await refusal(request(withHeader, { 'content-encoding': 'deflate' }))).toMatchObject(tooLarge);
    expect(taken.bytes).toBeLessThan(maxBytes + 4 * 50_000);
  });

  it.each(['gzip', 'br'] as const)('stops a %s bomb at the bound, in bounded memory', async (encoding) => {
    const bomb = await makeBomb(encoding, 500 * 1_048_576);
    const headers = { 'content-encoding': encoding };
    const before = process.memoryUsage.rss();
    expect(await refusal(request(pieces(bomb, bomb.length).body, headers))).toMatchObject(tooLarge);
    const { body, taken } = pieces(bomb, Math.ceil(bomb.length / 500));
    expect(await refusal(request(body, headers))).toMatchObject(tooLarge);
    // A fiftieth of it fills the bound. What is beyond is not inflated, and the refusal does not wait for it.
    expect(taken.bytes).toBeLessThan(bomb.length / 50 + 40_000);
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1_048_576);
  });

  function pieces(bytes: Uint8Array, pieceBytes: number) {
    const taken = { bytes: 0 };
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          const piece = bytes.subarray(taken.bytes, taken.bytes + pieceBytes);
          taken.bytes += piece.byteLength;
          if (piece.byteLength === 0) controller.close();
          else controller.enqueue(piece);
        },
      },
      { highWaterMark: 0 },
    );
    return { body, taken };
  }

  /** Spaces without end in little room: each piece is flushed, so that the compressed bytes stand in the order of the text. */
  async function makeBomb(encoding: 'gzip' | 'br', bytes: number): Promise<Buffer> {
    const spaces = new Uint8Array(1_048_576).fill(32);
    if (encoding === 'gzip') {
      const one = gzipSync(spaces);
      return Buffer.concat(Array.from({ length: bytes / spaces.length }, () => one));
    }
    const compressor = createBrotliCompress({
      params: { [constants.BROTLI_PARAM_QUALITY]: 1 },
      flush: constants.BROTLI_OPERATION_FLUSH,
    });
    const chunks: Buffer[] = [];
    compressor.on('data', (chunk: Buffer) => chunks.push(chunk));
    const ended = new Promise((resolve) => compressor.on('end', resolve));
    for (let written = 0; written < bytes; written += spaces.length) compressor.write(spaces);
    compressor.end();
    await ended;
    return Buffer.concat(chunks);
  }
});
