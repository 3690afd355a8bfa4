import { invalidRequest } from './invalid-request.ts';
import { parseJson } from './parse-json.ts';
import { readTextBody } from './read-text-body.ts';

/** What a request's body says as JSON, or `whenEmpty` when it says nothing. Throws as `readTextBody` does, and 400. */
export async function readJsonBody(request: Request, options?: { whenEmpty: unknown }): Promise<unknown> {
  const text = await readTextBody(request);
  if (text.trim() !== '') return parseJson(text, 'The body');
  if (options === undefined) throw invalidRequest('The body is empty; it must be JSON.');
  return options.whenEmpty;
}
