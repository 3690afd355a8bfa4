import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { api } from './api.ts';
import { cleanUp, newFolder, root, runCommand, startServer } from './setlist.ts';

afterEach(cleanUp);

/** Where npm finds no prebuilt binary, better-sqlite3 compiles for a minute or more. */
const installTimeoutMs = 600_000;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

async function pack(folder: string): Promise<Packed> {
  const args = ['pack', '--json', '--pack-destination', folder];
  const { code, stdout } = await runCommand(args, { cwd: root, program: ['npm'] });
  expect(code).toBe(0);
  // The form of `npm pack --json`: one entry for each package.
  const [packed] = JSON.parse(stdout) as Packed[];
  if (packed === undefined) throw new Error(`npm packed nothing: ${stdout}`);
  return packed;
}

describe('npm pack', () => {
  it(
    'gives a package that holds the build alone, and works in an empty folder',
    async () => {
      const folder = newFolder();
      const { filename, files } = await pack(folder);
      const paths = files.map(({ path }) => path);
      const outside = paths.filter((path) => !/^dist\/(app|server)\//.test(path));
      expect(outside.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
      expect(paths).toContain('dist/server/main.js');
      expect(paths).toContain('dist/app/index.html');
      expect(paths).toContain('dist/app/licenses.md');

      const cwd = newFolder();
      const args = ['install', '--no-audit', '--no-fund', join(folder, filename)];
      const { code, stderr } = await runCommand(args, { cwd, program: ['npm'] });
      expect(code, stderr).toBe(0);
      for (const name of ['vite', 'react', 'typescript', 'vitest']) {
        expect(existsSync(join(cwd, 'node_modules', name))).toBe(false);
      }

      const server = await startServer([], { cwd, program: ['npx', 'setlist'] });
      expect((await api(server.url).list('?unnamed=1')).total).toBeGreaterThan(1_100);
      const page = await fetch(new URL('/datasets', server.url));
      const script = /<script type="module"[^>]* src="([^"]+)"/.exec(await page.text())?.[1] ?? '';
      expect((await fetch(new URL(script, server.url))).status).toBe(200);
      // The shell between npx and the server takes the signal; the server ends all the same.
      await server.stop();
      const again = await runCommand(['user', 'list'], { cwd, program: ['npx', 'setlist'] });
      expect(again.stdout).toMatch(/^local /);
    },
    installTimeoutMs,
  );
});
