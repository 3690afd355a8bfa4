import type { Codec } from './codec.ts';
import type { ParamCodecs, ParamValues } from './param-values.ts';

/**
 * The query string of `values`, in the order of `codecs`, what is absent by default left out: the shortest one that
 * `readParams` reads back as the same values. No leading `?`; empty when all are at their default.
 */
export function writeParams<const Codecs extends ParamCodecs>(codecs: Codecs, values: ParamValues<Codecs>): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(codecs)) {
    // A codec and its value come from the same key, which TypeScript cannot see across a loop.
    const codec = codecs[name] as unknown as Codec<unknown>;
    const value = values[name];
    if (value === codec.absent) continue;
    const form = codec.serialize(value);
    // An empty value counts as absent (CONTRACT), and an empty list is not always the same object.
    if (form !== '') search.set(name, form);
  }
  // A comma needs no escape in a query string, and an address is read by people.
  return String(search).replaceAll('%2C', ',');
}
