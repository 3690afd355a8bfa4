import { afterEach, describe, expect, it } from 'vitest';
import { api } from './api.ts';
import { cleanUp, newFolder, startServer } from './setlist.ts';

afterEach(cleanUp);

const writers = 4;

/** Pushes items to a dataset, one request after another, until the server is gone; returns those that were acknowledged. */
async function pushUntilGone(options: {
  url: string;
  id: string;
  writer: string;
  onAcknowledged: () => void;
}): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let index = 0; ; index += 1) {
    const keys = [`${options.writer}-${index}-a`, `${options.writer}-${index}-b`];
    try {
      const response = await api(options.url).push(
        options.id,
        keys.map((key) => ({ key })),
      );
      expect(response.status).toBe(201);
      await response.text();
    } catch {
      return acknowledged;
    }
    acknowledged.push(...keys);
    options.onAcknowledged();
  }
}

describe('setlist, killed in the middle of a stream of pushes,', () => {
  it('has every acknowledged item after the restart, once, and no half push', async () => {
    const cwd = newFolder();
    const expected: string[] = [];
    const first = await startServer(['--data', 'a.db'], { cwd });
    const { id } = await api(first.url).create('stream');
    await first.stop();

    for (const killAfter of [1, 7, 23, 60]) {
      const server = await startServer(['--data', 'a.db'], { cwd });
      let count = 0;
      const onAcknowledged = () => {
        count += 1;
        if (count === killAfter) server.process.kill('SIGKILL');
      };
      const streams = Array.from({ length: writers }, (_, writer) =>
        pushUntilGone({ url: server.url, id, writer: `${killAfter}-${writer}`, onAcknowledged }),
      );
      const acknowledged = (await Promise.all(streams)).flat();
      await server.ended;
      expect(acknowledged.length).toBeGreaterThanOrEqual(2 * killAfter);
      expected.push(...acknowledged);

      const again = await startServer(['--data', 'a.db'], { cwd });
      const stored = (await api(again.url).items(id)).map(({ key }) => String(key));
      const { items: rows } = await api(again.url).list();
      await again.stop();
      expect(expected.filter((key) => !stored.includes(key))).toEqual([]);
      expect(new Set(stored).size).toBe(stored.length);
      // What was not acknowledged may be there, but whole.
      const halves = stored.filter((key) => !stored.includes(key.replace(/.$/, (end) => (end === 'a' ? 'b' : 'a'))));
      expect(halves).toEqual([]);
      expect(rows[0]).toMatchObject({ itemCount: stored.length, cleanItemCount: stored.length });
    }
  });
});
