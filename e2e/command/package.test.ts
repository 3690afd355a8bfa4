import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { api } from './api.ts';
import { cleanUp, newFolder, root, runCommand, startServer } from './setlist.ts';

afterEach(cleanUp);

/** Where better-sqlite3 compiles after all, it does so for a minute or more. */
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

/**
 * A folder where the installation of better-sqlite3 finds its binary, as it does elsewhere by download: the one that was compiled
 * here. Compiling it anew would take a minute, and be no test of the package. Under another name it would not be taken, and compiled.
 * https://github.com/prebuild/prebuild-install#help names the variable.
 */
async function prebuilt(): Promise<Readonly<Record<string, string>>> {
  const { version } = createRequire(import.meta.url)('better-sqlite3/package.json') as { version: string };
  const folder = newFolder();
  const { modules } = process.versions;
  const file = join(folder, `better-sqlite3-v${version}-node-v${modules}-${process.platform}-${process.arch}.tar.gz`);
  const cwd = join(root, 'node_modules', 'better-sqlite3');
  const args = ['-czf', file, 'build/Release/better_sqlite3.node'];
  const { code, stderr } = await runCommand(args, { cwd, program: ['tar'] });
  expect(code, stderr).toBe(0);
  return { npm_config_better_sqlite3_local_prebuilds: folder };
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
      const { code, stderr } = await runCommand(args, { cwd, program: ['npm'], env: await prebuilt() });
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
