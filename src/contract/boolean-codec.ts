import type { Codec } from './codec.ts';

/** A switch: `true` `1` `false` `0` on the wire, absent means false, written `1` and `0`. */
export function booleanCodec(name: string): Codec<boolean> {
  return {
    name,
    absent: false,
    accepted: 'true, 1, false or 0',
    errorType: 'invalid-parameter',
    parse: (raw) => (raw === 'true' || raw === '1' ? true : raw === 'false' || raw === '0' ? false : undefined),
    serialize: (value) => (value ? '1' : '0'),
  };
}
