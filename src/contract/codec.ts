/**
 * One parameter of the API, read and written in one place: the dashboard's URL (a bad value falls back to `absent`), the
 * dashboard's request, and the server (a bad value is a 400) all go through the same codec.
 */
export interface Codec<T> {
  /** The parameter's name on the wire and in the dashboard's URL. */
  readonly name: string;
  /** What a missing or empty parameter means (CONTRACT: "An empty value counts as absent"). */
  readonly absent: T;
  /** What is accepted, in words, for the message of an error. */
  readonly accepted: string;
  /** The error type of a bad value (CONTRACT: a bad `ownership` is `param-not-one-of`). */
  readonly errorType: 'invalid-parameter' | 'param-not-one-of';
  /** The value of a non-empty wire form, `undefined` when the codec does not accept it. */
  readonly parse: (raw: string) => T | undefined;
  /** The canonical wire form: `parse(serialize(value))` is `value`. */
  readonly serialize: (value: T) => string;
}

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

/** One of a few words; `absent` stands for "not given" and has no wire form of its own. */
export function oneOfCodec<const Word extends string, const Absent extends string>(
  name: string,
  options: { words: readonly Word[]; absent: Absent },
): Codec<Word | Absent> {
  const { words, absent } = options;
  return {
    name,
    absent,
    accepted: words.join(' or '),
    errorType: 'param-not-one-of',
    parse: (raw) => words.find((word) => word === raw),
    serialize: (value) => (value === absent ? '' : value),
  };
}
