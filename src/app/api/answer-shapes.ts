import type * as v from 'valibot';
import type { DatasetPage } from '../../contract/dataset-page.ts';
import { isRecord } from '../../contract/is-record.ts';
import { isPlainPage } from '../../contract/plain-page.ts';
import type { User } from '../../contract/user.ts';

/** What an answer of the API must be. */
export interface AnswerShape<Answer> {
  /** Whether a value is plainly so: then nothing is loaded to find out more. */
  readonly isPlain?: (value: unknown) => value is Answer;
  /** What decides about all others. */
  readonly schema: () => Promise<v.GenericSchema<unknown, Answer>>;
}

/** `GET /v2/datasets` */
export const pageAnswer: AnswerShape<{ data: DatasetPage }> = {
  isPlain: (value): value is { data: DatasetPage } => isRecord(value) && isPlainPage(value.data),
  schema: async () => (await import('../../contract/dataset-page.ts')).datasetPageSchema,
};

/** `GET /v2/users/me` */
export const userAnswer: AnswerShape<{ data: User }> = {
  schema: async () => (await import('../../contract/user.ts')).userSchema,
};
