import { type Collection, numbersOf, type TextValues, textsOf } from '../columns/collection.ts';
import { perCollection } from '../columns/per-collection.ts';
import type { StateTest, TableDescription } from '../columns/table-description.ts';

/** How many states a row can be in: each is a number, a bit of it for each question of the description. */
export function stateCount({ states }: TableDescription): number {
  return 2 ** Object.keys(states).length;
}

/** What each row is, by the words of `is:`, as one number. */
export const rowStates = perCollection((collection: Collection): Uint8Array => {
  const states = new Uint8Array(collection.count);
  for (const [place, { test }] of Object.values(collection.table.states).entries()) {
    addBits(collection, test, { states, bit: 1 << place });
  }
  return states;
});

/** Whether a word holds, by state. Throws a `RangeError` for a word that says nothing of the rows. */
export function statesOfWord(table: TableDescription, word: string): Uint8Array {
  const place = Object.values(table.states).findIndex(({ words }) => Object.hasOwn(words, word));
  const holds = Object.values(table.states)[place]?.words[word]?.holds;
  if (holds === undefined) throw new RangeError(`No row can be "${word}".`);
  return Uint8Array.from({ length: stateCount(table) }, (_, state) => Number(((state >> place) & 1) === Number(holds)));
}

interface Bits {
  readonly states: Uint8Array;
  readonly bit: number;
}

function addBits(collection: Collection, test: StateTest, bits: Bits): void {
  if (test.is === 'missing') addMissing(textsOf(collection, test.column), bits);
  else if (test.is === 'zero') addZeros(numbersOf(collection, test.column), bits);
  else addLess(numbersOf(collection, test.column), numbersOf(collection, test.than), bits);
}

function addMissing(texts: TextValues, { states, bit }: Bits): void {
  for (let row = 0; row < states.length; row += 1) states[row] = (states[row] ?? 0) | (texts.at(row) ? 0 : bit);
}

/** `NaN` is nothing either. */
function addZeros(numbers: Float64Array, { states, bit }: Bits): void {
  for (let row = 0; row < states.length; row += 1)
    states[row] = (states[row] ?? 0) | ((numbers[row] ?? 0) > 0 ? 0 : bit);
}

function addLess(numbers: Float64Array, than: Float64Array, { states, bit }: Bits): void {
  for (let row = 0; row < states.length; row += 1) {
    states[row] = (states[row] ?? 0) | ((numbers[row] ?? 0) < (than[row] ?? 0) ? bit : 0);
  }
}
