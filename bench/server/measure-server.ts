import { join } from 'node:path';
import { ensureDatabase } from '../data/ensure-database.ts';
import { formatCount } from '../format.ts';
import { projectRoot } from '../project-root.ts';
import { measureInRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { type RunningServer, startServer } from '../start-server.ts';
import { measureCompression } from './compression-cost.ts';
import { type Load, measureLoad } from './measure-load.ts';
import type { Stack } from './memory-server.ts';
import { connectionCounts, firstPageUrl, type Origins, type ServerCase, serverCases } from './server-cases.ts';
import { serverSection } from './server-section.ts';

const sizes = [1_000, 100_000, 1_000_000] as const;
/**
 * At each number of connections. With several of them half of the rounds take twice as long, where client and server have come to the
 * same processor: it takes many for a median that is not theirs.
 */
const roundsAt: Readonly<Record<(typeof connectionCounts)[number], number>> = { 1: 9, 16: 21 };
const requests = 100;
const warmUpRequests = 30;

/** Measures the built command against databases of several sizes. `self` is the program that runs the floor. */
export async function measureServer({ self }: { readonly self: string }): Promise<Section> {
  const running: RunningServer[] = [];
  const start = async (file: string, args: readonly string[]): Promise<string> => {
    const server = await startServer(file, args);
    running.push(server);
    return server.origin;
  };
  try {
    const origins: Origins[] = [];
    for (const datasets of sizes) {
      const data = await ensureDatabase(datasets);
      const server = await start(join(projectRoot, 'dist', 'server', 'main.js'), ['--data', data, '--port', '0']);
      const memory = (stack: Stack) => start(self, ['memory-server', stack, firstPageUrl(server)]);
      origins.push({ datasets, server, memory: await memory('app'), memoryNode: await memory('node') });
    }
    return await measureOrigins(origins);
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
  }
}

async function measureOrigins(origins: readonly Origins[]): Promise<Section> {
  const cases = (await Promise.all(origins.map(serverCases))).flat();
  console.error(`Measuring ${cases.length} requests of the server, in rounds of ${formatCount(requests)} each…`);
  await measureInRounds(cases, { rounds: 1, measure: (one) => measureCase(one, warmUpRequests) });
  const loads = new Map<ServerCase, Load[]>(cases.map((one) => [one, []]));
  for (const count of connectionCounts) {
    const some = cases.filter(({ connections }) => connections === count);
    const measured = await measureInRounds(some, {
      rounds: roundsAt[count],
      measure: (one) => measureCase(one, requests),
    });
    for (const [one, its] of measured) loads.set(one, its);
  }
  const largest = origins.at(-1)?.server ?? '';
  const page = new Uint8Array(await (await fetch(firstPageUrl(largest))).arrayBuffer());
  return serverSection({ loads, compression: measureCompression(page), roundsAt, requests });
}

function measureCase({ url, connections, headers }: ServerCase, count: number): Promise<Load> {
  return measureLoad({ url, connections, headers, requests: count });
}
