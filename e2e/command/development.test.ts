import { afterEach, describe, expect, it } from 'vitest';
import { api } from './api.ts';
import { cleanUp, newFolder, root, startServer } from './setlist.ts';

afterEach(cleanUp);

describe('npm run dev', () => {
  it('serves the dashboard with hot reload, and the same API beside it', async () => {
    const folder = newFolder();
    const program = ['npm', 'run', 'dev', '--silent', '--', '--data', `${folder}/a.db`] as const;
    const server = await startServer([], { cwd: root, program });
    await api(server.url).create('prices');
    const response = await api(server.url).ask('/v2/datasets', { headers: { Origin: 'http://localhost:1' } });
    expect(await response.json()).toMatchObject({ data: { total: 1 } });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();

    const page = await fetch(new URL('/', server.url));
    expect(page.url).toBe(`${server.url}/datasets?desc=1&limit=50`);
    const html = await page.text();
    expect(html).toContain('<meta name="setlist"');
    expect(html).toContain('src="/@vite/client"');
    // Every script and style of Vite's carries the nonce that the policy names.
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /script-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    const module = await fetch(new URL('/src/app/main.tsx', server.url));
    expect(module.headers.get('content-type')).toContain('javascript');

    expect((await server.stop()).code).toBe(0);
  });
});
