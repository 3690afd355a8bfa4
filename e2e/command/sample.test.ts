import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from './api.ts';
import { cleanUp, newFolder, spawnCommand, startServer } from './setlist.ts';

afterEach(cleanUp);

describe('setlist without --data', () => {
  it('makes sample data, and every one of its 1,200 datasets can be reached', async () => {
    const cwd = newFolder();
    const server = await startServer([], { cwd });
    expect(server.printed()).toMatch(/^Sample data in \.setlist\/sample\.db\nSetlist is at http:\/\/localhost:\d+\n$/);
    const rows = [...(await api(server.url).listAll('unnamed=0')), ...(await api(server.url).listAll('unnamed=1'))];
    const unique = new Map(rows.map((row) => [row.id, row]));
    expect(unique.size).toBe(1_200);
    const shared = await api(server.url).list('?unnamed=1&ownership=sharedWithMe');
    const mine = await api(server.url).list('?unnamed=1&ownership=ownedByMe');
    expect(shared.total).toBeGreaterThan(300);
    expect(shared.total + mine.total).toBe((await api(server.url).list('?unnamed=1')).total);
    await server.stop();
  });

  it('has real items behind the counts', async () => {
    const server = await startServer([], { cwd: newFolder() });
    const { items: rows } = await api(server.url).list('?unnamed=1&limit=40');
    for (const { id, itemCount, cleanItemCount } of rows) {
      const items = await api(server.url).items(id);
      expect(items).toHaveLength(itemCount);
      const clean = items.filter((item) => Object.keys(item).some((key) => !key.startsWith('#')));
      expect(clean).toHaveLength(cleanItemCount);
    }
  });

  it('keeps the sample for the next start, with what was added', async () => {
    const cwd = newFolder();
    const first = await startServer([], { cwd });
    await api(first.url).create('mine-too');
    await first.stop();
    expect(readdirSync(join(cwd, '.setlist'))).toEqual(['sample.db']);
    const second = await startServer([], { cwd });
    const { items } = await api(second.url).list('?desc=1&limit=1');
    expect(items.map(({ name }) => name)).toEqual(['mine-too']);
  });

  it('makes it once when two start at once', async () => {
    const cwd = newFolder();
    const servers = await Promise.all([startServer([], { cwd }), startServer([], { cwd })]);
    const [first, second] = servers.map(({ url }) => api(url));
    await first?.create('from-the-first');
    expect((await second?.list('?desc=1&limit=1'))?.items[0]?.name).toBe('from-the-first');
    for (const server of servers) expect((await server.stop()).code).toBe(0);
    expect(readdirSync(join(cwd, '.setlist'))).toEqual(['sample.db']);
  });

  it('makes it anew when the first start was killed half-way', async () => {
    const cwd = newFolder();
    const first = spawnCommand(['--port', '0'], { cwd });
    const folder = join(cwd, '.setlist');
    await vi.waitUntil(() => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith('.new')), {
      timeout: 20_000,
      interval: 5,
    });
    first.process.kill('SIGKILL');
    await first.ended;
    expect(readdirSync(folder)).not.toContain('sample.db');
    const server = await startServer([], { cwd });
    expect((await api(server.url).list('?unnamed=1')).total).toBeGreaterThan(1_100);
    await server.stop();
    expect(readdirSync(folder)).toEqual(['sample.db']);
  });
});

describe('setlist --data', () => {
  it('makes an empty database, without any sample', async () => {
    const cwd = newFolder();
    const server = await startServer(['--data', 'mine.db'], { cwd });
    expect(server.printed()).toMatch(/^Database mine\.db\nSetlist is at/);
    expect((await api(server.url).list('?unnamed=1')).total).toBe(0);
    expect((await api(server.url).list()).total).toBe(0);
    await server.stop();
    expect(readdirSync(cwd)).toEqual(['mine.db']);
  });
});
