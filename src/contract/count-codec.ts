import type { Codec } from './codec.ts';

/** The wire form is a `double` that must be whole: `10`, `10.0` and `1e3` are, `1.5`, `-1`, `NaN` and `1e400` are not. */
const numberForm = /^\d+(\.\d+)?(e\+?\d+)?$/i;

/** A whole number of rows ≥ 0. `normalize` maps an accepted number to what is applied and echoed, such as a clamp. */
export function countCodec(
  name: string,
  options: { absent: number; normalize?: (count: number) => number },
): Codec<number> {
  const { absent, normalize = (count) => count } = options;
  return {
    name,
    absent,
    accepted: 'a whole number of at least 0',
    errorType: 'invalid-parameter',
    parse(raw) {
      if (!numberForm.test(raw)) return undefined;
      const count = Number(raw);
      return Number.isInteger(count) ? normalize(count) : undefined;
    },
    serialize: String,
  };
}
