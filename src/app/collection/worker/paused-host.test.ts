import { describe, expect, it } from 'vitest';
import { datasetFields } from '../../datasets/fields.ts';
import type { CollectionState } from '../read/collection-state.ts';
import { datasetRow } from '../testing/dataset-row.ts';
import { CollectionHost } from './collection-host.ts';
import { PauseGate } from './pause-gate.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** The host of a list of 1,000 rows whose load has begun; it is without a network while `network` is closed. */
async function begunHost() {
  const network = new PauseGate();
  const states: CollectionState[] = [];
  const waiting: (() => void)[] = [];
  const host = new CollectionHost({
    table: datasetFields,
    async fetchPage({ offset, limit }) {
      await new Promise<void>((resolve) => waiting.push(resolve));
      const count = Math.min(limit, 100, 1000 - offset);
      const items = Array.from({ length: count }, (_, at) => datasetRow(offset + at));
      return { total: 1000, offset, limit: 100, count, desc: false, items };
    },
    now: () => Date.UTC(2027, 1, 1),
    wait: async () => {},
    onState: (state) => states.push(state),
    gate: () => network.closed,
  });
  const loaded = host.load();
  await settled();
  /** Lets what was asked for be answered. */
  async function answer(): Promise<void> {
    for (const pass of waiting.splice(0)) pass();
    await settled();
  }
  const now = () => ({ phase: states.at(-1)?.phase, isHeld: states.at(-1)?.isHeld });
  return { host, network, loaded, answer, waiting, now };
}

describe('a load that is paused by its reader and without a network', () => {
  it.each([
    ['the reader goes on last', ['network', 'reader']],
    ['the network comes back last', ['reader', 'network']],
  ] as const)('goes on when both are over: %s', async (_, ends) => {
    const { host, network, loaded, answer, waiting, now } = await begunHost();
    host.hold(true);
    network.set(true);
    await answer();
    expect(now()).toEqual({ phase: 'paused', isHeld: true });
    const [first, last] = ends.map((end) => () => (end === 'reader' ? host.hold(false) : network.set(false)));
    first?.();
    await settled();
    expect(now()).toEqual({ phase: 'paused', isHeld: ends[0] === 'network' });
    expect(waiting).toEqual([]);
    last?.();
    await settled();
    expect(now()).toEqual({ phase: 'loading', isHeld: false });
    expect(waiting.length).toBeGreaterThan(0);
    while (waiting.length > 0) await answer();
    await loaded;
    expect(now()).toEqual({ phase: 'complete', isHeld: false });
  });
});
