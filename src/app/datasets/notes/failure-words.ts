import type { FailureKind, RequestFailure } from '../../api/request-failure.ts';

/** What happened, in plain words. */
export interface FailureWords {
  readonly title: string;
  /** What it means and what can be done. */
  readonly text: string;
}

const words: Record<FailureKind, FailureWords> = {
  unreachable: {
    title: 'The server cannot be reached',
    text: 'Nothing answers at its address. It may have been stopped, or the network is down.',
  },
  malformed: {
    title: 'The answer could not be read',
    text: 'The server answered, but not with a list of datasets. Something between it and this page may have changed the answer.',
  },
  unauthorized: {
    title: 'You are not signed in',
    text: 'The server asks for a token that it knows.',
  },
  forbidden: {
    title: 'You may not see this list',
    text: 'The server knows who you are, but your token does not allow listing datasets.',
  },
  'rate-limited': {
    title: 'Too many requests',
    text: 'The server asked for a pause.',
  },
  upstream: {
    title: 'The server behind this one does not answer',
    text: 'This server passes requests on to another, which failed or took too long. It usually passes.',
  },
  server: {
    title: 'The server failed',
    text: 'It met an error of its own while it made the list. Trying again may help.',
  },
  refused: {
    title: 'The server refused the request',
    text: 'It answered that it cannot do what this page asked for.',
  },
};

/** What happened, in plain words. `online` is false when the browser itself knows of no network. */
export function failureWords(failure: RequestFailure, online: boolean): FailureWords {
  if (failure.kind === 'unreachable' && !online) {
    return { title: 'You are offline', text: 'This device has no network connection.' };
  }
  return words[failure.kind];
}

/** What somebody who is asked for help wants to see: what was asked, and what the server said, `type` and `message`. */
export function failureDetails(failure: RequestFailure, path: string): string {
  const status = failure.status === 0 ? 'no answer' : String(failure.status);
  return `GET ${path}: ${status}\n${failure.type}: ${failure.message}`;
}
