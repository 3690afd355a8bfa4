import { invalidRequest } from './invalid-request.ts';
import { readBody } from './read-body.ts';

/** The text of a body. Throws as `readBody` does, and 400 when it is not UTF-8. */
export async function readTextBody(request: Request): Promise<string> {
  const bytes = await readBody(request);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw invalidRequest('The body is not valid UTF-8.');
  }
}
