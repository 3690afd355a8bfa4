import * as v from 'valibot';
import { datasetNameRule, isDatasetName } from '../../contract/dataset-name.ts';
import { invalidRequest } from '../http/invalid-request.ts';
import { shortened } from '../http/shortened.ts';
import type { DatasetPatch } from '../source/source.ts';

const maxTitleChars = 1000;
/** The public OpenAPI document has them. */
const generalAccesses = ['ANYONE_WITH_ID_CAN_READ', 'ANYONE_WITH_NAME_CAN_READ', 'FOLLOW_USER_SETTING', 'RESTRICTED'];

/** CONTRACT, `PUT /v2/datasets/{id}`. */
const patchSchema = v.object(
  {
    name: v.exactOptional(
      v.nullable(
        v.pipe(
          v.string('"name" must be a string or null.'),
          v.check(isDatasetName, ({ input }) => `"name" is "${shortened(input)}"; it must be ${datasetNameRule}.`),
        ),
      ),
    ),
    title: v.exactOptional(
      v.nullable(
        v.pipe(
          v.string('"title" must be a string or null.'),
          v.maxLength(maxTitleChars, `"title" must be at most ${maxTitleChars} characters long.`),
        ),
      ),
    ),
    generalAccess: v.exactOptional(
      v.picklist(
        generalAccesses,
        ({ received }) => `"generalAccess" is ${shortened(received)}; it must be ${generalAccesses.join(' or ')}.`,
      ),
    ),
  },
  'The body must be a JSON object.',
);

/** What a body asks to change; keys that are not known are ignored. Throws 400 `invalid-request` naming what is wrong. */
export function parseDatasetPatch(body: unknown): DatasetPatch {
  const result = v.safeParse(patchSchema, Array.isArray(body) ? undefined : body);
  if (!result.success) throw invalidRequest(result.issues.map((issue) => issue.message).join(' '));
  return result.output;
}
