import type { Codec } from './codec.ts';

/** What reading needs of a codec: covariant, so that codecs of every value type fit. */
type ReadableCodec = Omit<Codec<unknown>, 'serialize'>;

/** A set of parameters: the key is the name on the wire. */
export type ParamCodecs = { readonly [name: string]: ReadableCodec };

/** What a set of codecs reads: one value for each parameter. */
export type ParamValues<Codecs extends ParamCodecs> = {
  readonly [Name in keyof Codecs]: Codecs[Name] extends Codec<infer T> ? T : never;
};

/** A parameter that could not be read: given more than once, or in a form that its codec does not accept. */
export interface BadParam {
  readonly codec: ReadableCodec;
  /** The values as given, at least one. */
  readonly values: readonly string[];
}

/**
 * Reads every parameter of `codecs` from a query string. Unknown parameters are ignored, an empty value counts as absent
 * (CONTRACT). `onBad` decides what a bad one means: the server throws, the dashboard notes it and goes on with `absent`.
 */
export function readParams<const Codecs extends ParamCodecs>(
  codecs: Codecs,
  search: URLSearchParams,
  onBad: (bad: BadParam) => void,
): ParamValues<Codecs> {
  const values: Record<string, unknown> = {};
  for (const [name, codec] of Object.entries(codecs)) {
    const given = search.getAll(name);
    const raw = given[0] ?? '';
    const value = raw === '' ? codec.absent : codec.parse(raw);
    if (given.length > 1 || value === undefined) {
      onBad({ codec, values: given });
      values[name] = codec.absent;
    } else {
      values[name] = value;
    }
  }
  // The loop has set every key of `codecs` to a value of its codec; TypeScript cannot follow a loop over keys.
  return values as ParamValues<Codecs>;
}

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
