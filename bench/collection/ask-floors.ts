import type { Collection } from '../../src/app/collection/collection.ts';

const digit = 1 << 16;

/** Row numbers by a column of whole numbers: a plain radix sort, sixteen bits at a time. */
export function radixSort(values: Float64Array): Uint32Array {
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const range = values.reduce((high, value) => Math.max(high, value), least) - least;
  let rows = Uint32Array.from(values.keys());
  let sorted = new Uint32Array(values.length);
  for (let unit = 1; unit <= range; unit *= digit) {
    const digits = new Uint16Array(values.length);
    const places = new Uint32Array(digit + 1);
    for (let row = 0; row < values.length; row += 1) {
      const part = Math.floor(((values[row] ?? 0) - least) / unit) % digit;
      digits[row] = part;
      places[part + 1] = (places[part + 1] ?? 0) + 1;
    }
    for (let part = 0; part < digit; part += 1) places[part + 1] = (places[part + 1] ?? 0) + (places[part] ?? 0);
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      const part = digits[row] ?? 0;
      const place = places[part] ?? 0;
      sorted[place] = row;
      places[part] = place + 1;
    }
    [rows, sorted] = [sorted, rows];
  }
  return rows;
}

/** The names that the table shows. */
export function shownNames({ name, title }: Collection): string[] {
  return name.map((one, row) => title[row] || one || '').filter((text) => text !== '');
}

/** One sort of the names by a collator. */
export function sortNames(names: readonly string[]): string[] {
  return [...names].sort(new Intl.Collator([], { numeric: true }).compare);
}

/** All texts of each row that search looks at, in lower case, in one string each. */
export function rowTexts(collection: Collection): string[] {
  const { name, title, id, actRunId, owner, actId } = collection;
  return id.map((one, row) => {
    const { userId = '', username = '' } = owner.values[owner.codes[row] ?? 0] ?? {};
    const actor = actId.values[actId.codes[row] ?? 0];
    const texts = [name[row], title[row], one, actRunId[row], username, userId, actor].filter(Boolean);
    return texts.join('\n').toLowerCase();
  });
}

/** How many of the texts have a word. */
export function countIncluding(texts: readonly string[], word: string): number {
  let count = 0;
  for (const text of texts) if (text.includes(word)) count += 1;
  return count;
}
