import type { ParamCodecs, ParamValues, ReadableCodec } from './param-values.ts';

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
