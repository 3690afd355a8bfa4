import type { datasetFields } from '../../src/app/datasets/fields.ts';
import type { Collection } from '../../src/engine/columns/collection.ts';

type Datasets = Collection<typeof datasetFields>;

const digitBits = 11;
const digits = 1 << digitBits;

/** Row numbers by a column of whole numbers: a plain radix sort, eleven bits at a time, of as many as the numbers need. */
export function radixSort(values: Float64Array): Uint32Array {
  const count = values.length;
  const { low, high, bits } = halvesOf(values);
  let rows = new Uint32Array(count);
  let sorted = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  const parts = new Uint16Array(count);
  for (let shift = 0; shift < bits; shift += digitBits) {
    const places = new Uint32Array(digits + 1);
    for (let row = 0; row < count; row += 1) {
      const part = partAt(low[row] ?? 0, high[row] ?? 0, shift);
      parts[row] = part;
      places[part + 1] = (places[part + 1] ?? 0) + 1;
    }
    for (let part = 0; part < digits; part += 1) places[part + 1] = (places[part + 1] ?? 0) + (places[part] ?? 0);
    for (let at = 0; at < count; at += 1) {
      const row = rows[at] ?? 0;
      const place = places[parts[row] ?? 0] ?? 0;
      sorted[place] = row;
      places[parts[row] ?? 0] = place + 1;
    }
    [rows, sorted] = [sorted, rows];
  }
  return rows;
}

function partAt(low: number, high: number, shift: number): number {
  if (shift >= 32) return (high >>> (shift - 32)) & (digits - 1);
  return ((low >>> shift) | (shift + digitBits > 32 ? high << (32 - shift) : 0)) & (digits - 1);
}

/** How far each number is above the least one, in two words, and the bits that the farthest one needs. */
function halvesOf(values: Float64Array): { low: Uint32Array; high: Uint32Array; bits: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const distance = (values[row] ?? 0) - least;
    const half = Math.floor(distance / 2 ** 32);
    high[row] = half;
    low[row] = distance - half * 2 ** 32;
  }
  return { low, high, bits: Math.ceil(Math.log2(most - least + 1)) };
}

/** The names that the table shows. */
export function shownNames({ columns: { name, title } }: Datasets): string[] {
  return name.map((one, row) => title.at(row) || one || '').filter((text) => text !== '');
}

/** One sort of the names by a collator. */
export function sortNames(names: readonly string[]): string[] {
  return [...names].sort(new Intl.Collator([], { numeric: true }).compare);
}

/** All texts of each row that search looks at, in lower case, in one string each. */
export function rowTexts(collection: Datasets): string[] {
  const { name, title, id, actRunId, owner, actId } = collection.columns;
  return id.map((one, row) => {
    const { userId = '', username = '' } = owner.values[owner.codes[row] ?? 0] ?? {};
    const actor = actId.values[actId.codes[row] ?? 0];
    const texts = [name[row], title.at(row), one, actRunId.at(row), username, userId, actor].filter(Boolean);
    return texts.join('\n').toLowerCase();
  });
}

/** How many of the texts have a word. */
export function countIncluding(texts: readonly string[], word: string): number {
  let count = 0;
  for (const text of texts) if (text.includes(word)) count += 1;
  return count;
}
