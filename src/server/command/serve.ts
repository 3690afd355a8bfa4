import { createRequestListener } from '../http/create-request-listener.ts';
import { definitionOf } from '../source/registry.ts';
import { addressOf, isLoopback, isUnspecified } from './address.ts';
import { listen } from './listen.ts';
import { openService } from './open-service.ts';
import type { ServeOptions } from './read-serve-options.ts';
import { untilSignal } from './until-signal.ts';

/** How long the running requests get to finish after Ctrl-C. */
const graceMs = 10_000;

/**
 * Serves until the process is told to end, and then finishes the running requests and closes the database. The port comes
 * first: when it is taken, nothing is made.
 * @throws CommandError, SourceError
 */
export async function serve(options: ServeOptions, dashboardFolder: string): Promise<void> {
  const listener = await listen(options);
  const address = addressOf(options.host, listener.port);
  const publicUrl = options.publicUrl ?? defaultPublicUrl(options.host, address);
  const ended = untilSignal(process.env);
  try {
    const service = await openService(options, { publicUrl, dashboardFolder });
    try {
      listener.serve(createRequestListener(service.fetch));
      console.log(service.description);
      for (const advice of advise({ ...options, publicUrl })) console.log(advice);
      console.log(`Setlist is at ${address}`);
      await ended;
      await listener.close(graceMs);
    } finally {
      await service.close();
    }
  } finally {
    await listener.close(0);
  }
}

/** What may surprise the reader about these options, one line for each. */
function advise({ host, publicUrl, requireToken, source }: ServeOptions): string[] {
  if (isUnspecified(host) && publicUrl === undefined) {
    return ['Only requests addressed to localhost are answered, until --public-url says what address others use.'];
  }
  const callersBringTokens = requireToken || definitionOf(source).asksForTokens?.(source.target) === true;
  if (publicUrl !== undefined && !callersBringTokens && !isLoopback(publicUrl.hostname)) {
    return [`Whoever reaches ${publicUrl.host} may read and write without a token: --require-token asks for one.`];
  }
  return [];
}

/** The public URL when none was given: the address itself, if others can reach it. An address with a zone (`%eth0`) is not a URL. */
function defaultPublicUrl(host: string, address: string): URL | undefined {
  return isLoopback(host) || isUnspecified(host) || !URL.canParse(address) ? undefined : new URL(address);
}
