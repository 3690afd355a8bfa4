import type * as v from 'valibot';

/** What an answer of the API must be. */
export interface AnswerShape<Answer> {
  /** Whether a value is plainly so: then nothing is loaded to find out more. */
  readonly isPlain?: (value: unknown) => value is Answer;
  /** What decides about all others. */
  readonly schema: () => Promise<v.GenericSchema<unknown, Answer>>;
}
