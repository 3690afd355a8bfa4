import type { Codec } from './codec.ts';

/** What reading needs of a codec: covariant, so that codecs of every value type fit. */
export type ReadableCodec = Omit<Codec<unknown>, 'serialize'>;

/** A set of parameters: the key is the name on the wire. */
export type ParamCodecs = { readonly [name: string]: ReadableCodec };

/** What a set of codecs reads: one value for each parameter. */
export type ParamValues<Codecs extends ParamCodecs> = {
  readonly [Name in keyof Codecs]: Codecs[Name] extends Codec<infer T> ? T : never;
};
