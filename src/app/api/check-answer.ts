import * as v from 'valibot';
import type { AnswerShape } from './answer-shape.ts';

/** The value as a shape has it, without fields that nobody knows; or what is wrong with it, in a sentence. */
export async function checkAnswer<Answer>(
  shape: AnswerShape<Answer>,
  value: unknown,
): Promise<{ readonly answer: Answer } | { readonly problem: string }> {
  const result = v.safeParse(await shape.schema(), value, { abortEarly: true });
  if (result.success) return { answer: result.output };
  const [issue] = result.issues;
  return { problem: `At "${v.getDotPath(issue) ?? ''}" of the answer: ${issue.message}.` };
}
