import type { ServerInfo } from '../../contract/server-info.ts';
import { createApp } from '../routes/create-app.ts';
import type { ProxySource, Source } from '../source/interface/source.ts';
import { type OpenUsers, SourceError } from '../source/interface/source-definition.ts';
import { definitionOf, type SourceChoice } from '../source/registry.ts';
import type { ServeOptions } from './read-serve-options.ts';

/** What answers requests, and what to say of it. */
export interface Service {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** What is served, in a few words. */
  readonly description: string;
  close(): Promise<void>;
}

/** Where the service is reached, and where the built dashboard is. */
export interface Surroundings {
  readonly publicUrl: URL | undefined;
  readonly dashboardFolder: string;
}

/**
 * Opens what `options` say to serve.
 * @throws SourceError
 */
export async function openService(options: ServeOptions, surroundings: Surroundings): Promise<Service> {
  const { requireToken } = options;
  const { publicUrl, dashboardFolder } = surroundings;
  const definition = definitionOf(options.source);
  const served = await definition.open(options.source.target);
  let callers: OpenUsers | undefined;
  const close = async () => {
    await callers?.close();
    await served.close();
  };
  try {
    callers = options.callers && (await openCallers(options.callers));
    const { source, label, description } = served;
    const { kind } = definition;
    const info: ServerInfo = { kind, label, user: await userWithoutToken(source, requireToken) };
    const app = createApp(source, { requireToken, callers, publicUrl, dashboard: { folder: dashboardFolder, info } });
    return { fetch: (request) => app.fetch(request), description, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The callers of a source that keeps no users, from one that does. */
async function openCallers(choice: SourceChoice): Promise<OpenUsers> {
  const callers = await definitionOf(choice).openUsers?.(choice.target, { mayCreate: true });
  if (callers === undefined) throw new SourceError('This source keeps no users.');
  return callers;
}

/** Who a request without a token is; of another server's callers nothing is known before it is asked. */
async function userWithoutToken(source: Source | ProxySource, requireToken: boolean): Promise<ServerInfo['user']> {
  if (requireToken || 'createHandler' in source) return null;
  const { userId, username } = await source.localUser();
  return { id: userId, username };
}
