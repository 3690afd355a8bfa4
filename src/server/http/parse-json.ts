import { invalidRequest } from './invalid-request.ts';

/** Reads JSON; `what` is what an error calls it. Throws 400 `invalid-request`. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof SyntaxError ? `: ${error.message}` : '';
    throw invalidRequest(`${what} is not valid JSON${reason}.`);
  }
}
