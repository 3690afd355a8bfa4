import { basename } from 'node:path';
import type { ServerInfo } from '../../contract/server-info.ts';
import { createApp } from '../routes/create-app.ts';
import { createUpstreamApp } from '../source/upstream/create-upstream-app.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
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
 * @throws DatabaseFileError
 */
export function openService(options: ServeOptions, surroundings: Surroundings): Promise<Service> {
  return options.upstream === undefined
    ? openDatabaseService(options, surroundings)
    : openUpstreamService({ ...options, upstream: options.upstream }, surroundings);
}

async function openDatabaseService(options: ServeOptions, surroundings: Surroundings): Promise<Service> {
  const { requireToken } = options;
  const { kind, path, source } = await openDatabase(options.dataFile);
  return closingOnError(source, async () => {
    const { userId, username } = await source.localUser();
    const info: ServerInfo = {
      kind,
      label: basename(path),
      user: requireToken ? null : { id: userId, username },
    };
    const app = createApp(source, {
      requireToken,
      publicUrl: surroundings.publicUrl,
      dashboard: { folder: surroundings.dashboardFolder, info },
    });
    return {
      fetch: (request) => app.fetch(request),
      description: kind === 'sample' ? `Sample data in ${path}` : `Database ${path}`,
      close: () => source.close(),
    };
  });
}

async function openUpstreamService(
  options: ServeOptions & { readonly upstream: NonNullable<ServeOptions['upstream']> },
  surroundings: Surroundings,
): Promise<Service> {
  const { upstream, requireToken, dataFile } = options;
  const callers = dataFile === undefined ? undefined : (await openDatabase(dataFile)).source;
  return closingOnError(callers, async () => {
    const app = createUpstreamApp(upstream, {
      requireToken,
      callers,
      publicUrl: surroundings.publicUrl,
      // Whose account the upstream's token is of, nobody knows before it was asked.
      dashboard: {
        folder: surroundings.dashboardFolder,
        info: { kind: 'upstream', label: upstream.address.host, user: null },
      },
    });
    return {
      fetch: (request) => app.fetch(request),
      description: `Passing on to ${upstream.address.host}`,
      close: async () => callers?.close(),
    };
  });
}

/** Closes `source` when what is to be built on it fails. */
async function closingOnError<T>(source: OpenDatabase['source'] | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await source?.close();
    throw error;
  }
}
