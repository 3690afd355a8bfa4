import * as v from 'valibot';
import { datasetPageSchema } from '../../src/contract/dataset-page.ts';
import { listQueries, type Place, pageOffsets } from './list-views.ts';

/** What is asked for: a page of the list, or the floor that it is compared with. */
export type Subject =
  | {
      readonly kind: 'page';
      readonly list: string;
      readonly total: number;
      readonly place: Place;
      readonly offset: number;
    }
  | { readonly kind: 'one-row' }
  | { readonly kind: 'brotli' }
  | { readonly kind: 'memory' }
  | { readonly kind: 'memory-node' };

/** One request, sent over one number of connections to the server of one size. */
export interface ServerCase {
  /** How many datasets the user has. */
  readonly datasets: number;
  readonly subject: Subject;
  readonly connections: number;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The servers of one size. */
export interface Origins {
  readonly datasets: number;
  readonly server: string;
  readonly memory: string;
  readonly memoryNode: string;
}

export const pageRows = 1000;
export const connectionCounts = [1, 16] as const;

/** The address of the first page, whose rows the floor serialises. */
export function firstPageUrl(origin: string): string {
  return `${origin}/v2/datasets?limit=${pageRows}`;
}

/** Everything that is measured of one size, for each number of connections. Asks the server how long its lists are. */
export async function serverCases(origins: Origins): Promise<ServerCase[]> {
  const { datasets, server, memory, memoryNode } = origins;
  const first = firstPageUrl(server);
  const requests: Omit<ServerCase, 'datasets' | 'connections'>[] = [
    { subject: { kind: 'memory-node' }, url: memoryNode, headers: {} },
    { subject: { kind: 'memory' }, url: firstPageUrl(memory), headers: {} },
    ...(await pageRequests(server)),
    { subject: { kind: 'brotli' }, url: first, headers: { 'accept-encoding': 'br' } },
    { subject: { kind: 'one-row' }, url: `${server}/v2/datasets?limit=1`, headers: {} },
  ];
  return requests.flatMap((request) => connectionCounts.map((connections) => ({ ...request, datasets, connections })));
}

async function pageRequests(server: string): Promise<Omit<ServerCase, 'datasets' | 'connections'>[]> {
  const lists = await Promise.all(
    listQueries.map(async ({ label, query }) => ({
      label,
      query,
      total: await readTotal(`${server}/v2/datasets?${query}`),
    })),
  );
  return lists
    .filter(({ total }) => total >= pageRows / 2)
    .flatMap(({ label, query, total }) =>
      pageOffsets(total, pageRows).map(({ place, offset }) => ({
        subject: { kind: 'page' as const, list: label, total, place, offset },
        url: `${server}/v2/datasets?${[`limit=${pageRows}`, `offset=${offset}`, query].filter(Boolean).join('&')}`,
        headers: {},
      })),
    );
}

async function readTotal(url: string): Promise<number> {
  return v.parse(datasetPageSchema, await (await fetch(url)).json()).data.total;
}
