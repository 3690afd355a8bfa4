import { setImmediate } from 'node:timers/promises';
import { parseJson } from '../http/body.ts';
import { invalidRequest } from '../http/errors.ts';
import type { NewItem } from '../source/interface/source.ts';

/**
 * What may be a number too large for a double, which JSON.parse takes for Infinity and JSON.stringify turns into null: without
 * three digits of an exponent or 200 of its own a number stays below 1e300.
 */
const hugeNumber = /\d[eE]\+?\d{3}|\d{200}/;

/** How many items are looked at before others have their turn: what takes a few milliseconds. */
const itemsPerTurn = 10_000;

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function isItem(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keepsNumbers(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw invalidRequest('The body holds a number that is too large.');
  return value;
}

/** Serialises an item. Throws 400 for one that is nested so deeply that it cannot be. */
function serialize(item: object, { where, mayBeHuge }: { where: string; mayBeHuge: boolean }): string {
  try {
    return mayBeHuge ? JSON.stringify(item, keepsNumbers) : JSON.stringify(item);
  } catch (error) {
    if (error instanceof RangeError) throw invalidRequest(`${where} is nested too deeply.`);
    throw error;
  }
}

/**
 * The items that a body holds: an object, an array of objects, or a JSON string of either (CONTRACT, `POST …/items`). Of many
 * items a few are looked at in a turn of the event loop, so that other requests are answered. Throws 400 `invalid-request` saying what is wrong, and with which item.
 */
export async function parseNewItems(body: string): Promise<readonly NewItem[]> {
  const outer = parseJson(body, 'The body');
  const isString = typeof outer === 'string';
  const value = isString ? parseJson(outer, 'The string in the body') : outer;
  const mayBeHuge = hugeNumber.test(isString ? outer : body);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const items: NewItem[] = [];
  for (const [index, item] of values.entries()) {
    if (index > 0 && index % itemsPerTurn === 0) await setImmediate();
    items.push(newItem(item, { where: Array.isArray(value) ? `The item at index ${index}` : 'The item', mayBeHuge }));
  }
  return items;
}

function newItem(item: unknown, options: { where: string; mayBeHuge: boolean }): NewItem {
  if (!isItem(item)) throw invalidRequest(`${options.where} is ${kindOf(item)}; it must be an object.`);
  const clean = Object.keys(item).some((key) => !key.startsWith('#'));
  return { json: serialize(item, options), clean };
}
