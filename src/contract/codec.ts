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
  /** The value of one non-empty wire form, `undefined` when it is none. */
  readonly parse: (raw: string) => T | undefined;
  /** The canonical wire form: `parse(serialize(value))` is `value`. */
  readonly serialize: (value: T) => string;
}
