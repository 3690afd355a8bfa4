import type { JsonText } from '../source/source.ts';

export type ItemsFormat = 'json' | 'jsonl';

/** What stands before the first item, between two, after the last, and instead of any. */
const framing: { readonly [format in ItemsFormat]: { before: string; between: string; after: string } } = {
  json: { before: '[', between: ',', after: ']' },
  jsonl: { before: '', between: '\n', after: '\n' },
};

async function* itemTexts(batches: AsyncIterable<readonly JsonText[]>, format: ItemsFormat): AsyncGenerator<string> {
  const { before, between, after } = framing[format];
  let lead = before;
  let isEmpty = true;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield lead + batch.join(between);
    lead = between;
    isEmpty = false;
  }
  if (!isEmpty) yield after;
  else if (format === 'json') yield before + after;
}

/**
 * The items as one body. The next batch is read when the client has taken the one before, reading ends when the client
 * leaves, and an error in the middle fails the stream, so that the client sees a broken answer and never a short one.
 */
export function itemsStream(
  batches: AsyncIterable<readonly JsonText[]>,
  format: ItemsFormat,
): ReadableStream<Uint8Array> {
  const texts = itemTexts(batches, format);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await texts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await texts.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
