import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { compressFiles } from '../../scripts/compress-files.mjs';
import { cacheFolder, projectRoot } from '../project-root.ts';

const floorsFolder = join(projectRoot, 'bench', 'browser', 'floors');

/** Where the pages of the site are. */
export const pagePaths = { plain: '/floor/plain.html', react: '/floor/react.html', dashboard: '/datasets' } as const;
export type PageName = keyof typeof pagePaths;

/**
 * Copies the built command with its dashboard and puts the floors among the dashboard's files, compressed alike: one server,
 * the real one, serves all three pages. Returns the path of its program.
 */
export async function makeSite(): Promise<string> {
  const site = join(cacheFolder, 'site');
  rmSync(site, { recursive: true, force: true });
  cpSync(join(projectRoot, 'dist'), site, { recursive: true });
  await buildFloors(join(site, 'app', 'floor'));
  return join(site, 'server', 'main.js');
}

async function buildFloors(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: floorsFolder,
    base: '/floor/',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(floorsFolder, 'react.html') },
    },
  });
  await compressFiles(outDir);
}
