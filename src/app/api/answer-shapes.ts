import type * as v from 'valibot';
import type { DatasetPage } from '../../contract/dataset-page.ts';
import { isRecord } from '../../contract/is-record.ts';
import { isPlainPage } from '../../contract/plain-page.ts';
import type { User } from '../../contract/user.ts';
import type { Problem } from '../../engine/columns/problem.ts';

/** What an answer of the API must be. */
export interface AnswerShape<Answer> {
  /** Whether a value is plainly so: then nothing is loaded to find out more. */
  readonly isPlain?: (value: unknown) => value is Answer;
  /** What decides about all others. */
  readonly schema: () => Promise<v.GenericSchema<unknown, Answer>>;
}

/** An answer to `GET /v2/datasets`, and which rules of the API it broke, if any. */
interface PageAnswer {
  readonly data: DatasetPage;
  readonly problems?: readonly Problem[];
}

/** `GET /v2/datasets` */
export const pageAnswer: AnswerShape<PageAnswer> = {
  isPlain: (value): value is PageAnswer => isRecord(value) && isPlainPage(value.data),
  schema: async () => (await import('../collection/read/mended-page.ts')).mendedPageSchema,
};

/** `GET /v2/users/me` */
export const userAnswer: AnswerShape<{ data: User }> = {
  schema: async () => (await import('../../contract/user.ts')).userSchema,
};
