import * as v from 'valibot';
import { type KeptList, keptFormat } from './kept-format.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const textOrNull = v.nullable(v.string());

const schema = v.object({
  format: v.literal(keptFormat),
  form: v.string(),
  key: v.string(),
  id: v.string(),
  count,
  chunks: v.array(v.object({ id: v.string(), rows: count, bytes: v.number() })),
  values: v.record(v.string(), v.array(v.union([textOrNull, v.record(v.string(), textOrNull)]))),
  loadedAtMs: v.number(),
  asOfMs: v.number(),
  oldRows: count,
  problems: v.array(v.object({ rule: v.string(), text: v.string(), count, examples: v.array(v.string()) })),
});

/** Reads a record of a list. What is of another format, or spoilt, counts as not there. */
export function readKeptList(value: unknown): KeptList | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
