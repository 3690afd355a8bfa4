import * as v from 'valibot';
import { type KeptList, keptFormat } from '../../../engine/columns/kept-format.ts';
import { rules } from '../../../engine/columns/problem.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const textOrNull = v.nullable(v.string());

const schema = v.object({
  format: v.literal(keptFormat),
  key: v.string(),
  id: v.string(),
  count,
  chunks: v.array(v.object({ id: v.string(), rows: count, bytes: v.number() })),
  owners: v.array(v.object({ userId: v.string(), username: textOrNull })),
  actIds: v.array(textOrNull),
  generalAccesses: v.array(textOrNull),
  loadedAtMs: v.number(),
  asOfMs: v.number(),
  oldRows: count,
  problems: v.array(
    v.object({ rule: v.picklist(objectKeys(rules)), text: v.string(), count, examples: v.array(v.string()) }),
  ),
});

/** Reads a record of a list. What is of another format, or spoilt, counts as not there. */
export function readKeptList(value: unknown): KeptList | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}

/** The keys of a literal are its own. */
function objectKeys<Key extends string>(of: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(of) as Key[];
}
