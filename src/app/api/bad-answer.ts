import { isRecord } from '../../contract/is-record.ts';
import { parseJson } from './parse-json.ts';
import { kindOfStatus, RequestFailure } from './request-failure.ts';
import { readRetryAfterMs } from './retry.ts';

/** The failure that an answer with an error status stands for; one without the API's error body says what it has instead. */
export function failureOf(response: Response, text: string): RequestFailure {
  const { status } = response;
  const said = errorIn(parseJson(text));
  return new RequestFailure({
    kind: kindOfStatus(status),
    status,
    type: said?.type ?? `http-${status}`,
    message: said?.message ?? excerptOf(text) ?? `The server answered ${status} and nothing else.`,
    retryAfterMs: readRetryAfterMs(response.headers.get('Retry-After'), Date.now()),
  });
}

/** The failure that an answer of an OK status stands for whose `text` is no JSON. */
export function notJson(status: number, text: string): RequestFailure {
  const message = `The answer is not JSON${text === '' ? ': it is empty.' : `. It begins: ${excerptOf(text)}`}`;
  return new RequestFailure({ kind: 'malformed', status, type: 'answer-not-json', message });
}

/** CONTRACT, "Errors": `{error: {type, message}}`. */
function errorIn(value: unknown): { readonly type: string; readonly message: string } | undefined {
  const error = isRecord(value) ? value.error : undefined;
  if (!isRecord(error) || typeof error.type !== 'string' || typeof error.message !== 'string') return undefined;
  return { type: error.type, message: error.message };
}

const maxExcerptChars = 200;

/** The beginning of a text, on one line; `undefined` when there is nothing in it. */
function excerptOf(text: string): string | undefined {
  const line = text
    .slice(0, 2 * maxExcerptChars)
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return undefined;
  return line.length > maxExcerptChars ? `${line.slice(0, maxExcerptChars)}…` : line;
}
