import { type Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { createDeadline } from './deadline.ts';
import { sendBody } from './request-body.ts';
import { invalidAnswer, timedOut, unreachable } from './upstream-error.ts';

/** A request as it leaves this server. */
export interface OutgoingRequest {
  readonly target: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterator<Uint8Array, void> | null;
  /** Cancels the request, and its answer while it is being read. */
  readonly signal: AbortSignal;
  /** How long the upstream may take to read on, or to answer once it has the whole request. */
  readonly headersTimeoutMs: number;
  /** `false` opens a connection of its own. */
  readonly agent: Agent | false;
}

/** Whether an idle connection was closed by the other side at the moment that it was used: the request was not read. */
function wasStale(request: ClientRequest, error: Error): boolean {
  return request.reusedSocket && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
}

/**
 * Sends a request and resolves with the answer as soon as its headers are there; redirects are not followed. Rejects with
 * 504 `upstream-timeout`, or with Node's own error. Once the answer has begun, an error of the connection breaks its body.
 */
export function sendRequest(outgoing: OutgoingRequest): Promise<IncomingMessage> {
  const { target, method, headers, body, signal, headersTimeoutMs, agent } = outgoing;
  return new Promise((resolve, reject) => {
    const open = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = open(target, { method, headers, agent });
    let answer: IncomingMessage | undefined;
    const deadline = createDeadline(headersTimeoutMs, () => {
      if (answer === undefined) request.destroy(timedOut(target.host, headersTimeoutMs));
    });
    const abort = () => request.destroy(unreachable(target.host, 'the caller went away'));
    request.on('response', (response) => {
      answer = response;
      deadline.stop();
      // When the answer ends before the request does, the upstream reads no further.
      response.once('end', () => request.writableFinished || request.destroy());
      resolve(response);
    });
    request.on('error', (error) => {
      if (answer === undefined && agent && body === null && wasStale(request, error)) {
        resolve(sendRequest({ ...outgoing, agent: false }));
      } else if (answer === undefined) reject(error);
      else if (!answer.complete) answer.destroy(error);
    });
    request.on('upgrade', (_answer, socket) => {
      socket.destroy();
      reject(invalidAnswer(target.host, 'changed the protocol unasked'));
    });
    request.on('close', () => {
      // Nothing more will come. The rejection has no effect if an answer, an error or a second try has settled the promise.
      reject(unreachable(target.host, 'connection cut'));
      deadline.stop();
      signal.removeEventListener('abort', abort);
    });
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    deadline.start();
    if (body === null) request.end();
    else void sendBody(request, body, deadline);
  });
}
