import type { JsonText, ReadItems } from '../source/interface/source.ts';

/** The rows of all batches. */
export async function readAllItems({ batches }: ReadItems): Promise<JsonText[]> {
  const items: JsonText[] = [];
  for await (const batch of batches) items.push(...batch);
  return items;
}
