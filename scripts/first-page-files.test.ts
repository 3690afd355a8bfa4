import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstPageFiles } from './first-page-files.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setlist-page-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

describe('firstPageFiles', () => {
  it('finds what the page names, and what that imports statically, once', () => {
    write({
      'index.html': `<link rel="icon" href="/icon.svg"><link rel="stylesheet" crossorigin href="/assets/a.css">
        <link rel="modulepreload" crossorigin href="/assets/b.js"><script src="/theme.js"></script>
        <script type="module" crossorigin src="/assets/a.js"></script>`,
      'theme.js': '',
      'assets/a.css': '',
      'assets/a.js': 'import{x as e}from"./b.js";import"./c.js";const l=()=>import("./later.js");',
      'assets/b.js': 'export{y}from"./d.js";',
      'assets/c.js': 'import{z}from"./b.js";const text=`from"./not-there.js"`;',
      'assets/d.js': '',
      'assets/later.js': '',
    });
    expect(firstPageFiles(folder).sort()).toEqual([
      'assets/a.css',
      'assets/a.js',
      'assets/b.js',
      'assets/c.js',
      'assets/d.js',
      'theme.js',
    ]);
  });
});
