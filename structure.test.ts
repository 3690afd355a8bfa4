import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The rules between folders (docs/decisions/0001): each import must be allowed by the folder that it stands in. */
const root = import.meta.dirname;
const maxLines = 300;
/** More than one sees at a glance, tests aside. */
const maxFolderFiles = 20;

interface Module {
  readonly path: string;
  readonly text: string;
  /** Paths of our own files that it imports, relative to the root. */
  readonly imports: readonly string[];
}

function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs|css)$/.test(path);
}

function readModule(path: string): Module {
  const text = readFileSync(join(root, path), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
  return { path, text, imports: specifiers.map((specifier) => relative(root, join(root, dirname(path), specifier))) };
}

const modules = ['src', 'e2e', 'bench', 'scripts', 'vite']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter(isCode)
  .map(readModule);

const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) || path.startsWith('e2e/') || path.startsWith('bench/');

/** The programs themselves: what the rules of how files hang together are about. */
const sources = modules.filter(
  ({ path }) => path.startsWith('src/') && /\.tsx?$/.test(path) && !isTest(path) && !path.includes('/testing/'),
);
const sourceEdges = sources.flatMap(({ path, imports }) =>
  imports.filter((to) => sources.some((source) => source.path === to)).map((to) => [path, to] as const),
);

/** The folder under `src/app` when it is a vertical: a page with all that only it needs. */
function verticalOf(path: string): string | undefined {
  const folder = /^src\/app\/([^/]+)\//.exec(path)?.[1];
  return folder !== undefined && !['shell', 'address', 'browser', 'api', 'table', 'ui', 'collection'].includes(folder)
    ? folder
    : undefined;
}

/** Why an import from one file to another is against the rules; `undefined` when it is not. */
function brokenRule(from: string, to: string): string | undefined {
  const inside = (folder: string) => from.startsWith(`${folder}/`);
  const into = (folder: string) => to.startsWith(`${folder}/`);
  for (const own of ['src/contract', 'src/engine', 'src/app/browser']) {
    if (inside(own) && !into(own)) return `${own} imports nothing of ours`;
  }
  if (inside('src/server') && into('src/app')) return 'server and app never import each other';
  if (inside('src/app') && into('src/server')) return 'server and app never import each other';
  if (inside('src') && !into('src')) return 'src imports from src only';
  if (inside('src/app/table') || inside('src/app/ui')) {
    const own = ['src/app/table', 'src/app/ui', 'src/app/browser', 'src/contract', 'src/engine'];
    if (!own.some(into)) return 'table and ui know nothing of api, location, collection or a vertical';
  }
  const [fromVertical, toVertical] = [verticalOf(from), verticalOf(to)];
  if (fromVertical && toVertical && fromVertical !== toVertical) return 'verticals never import each other';
  return undefined;
}

/** Imports among a set of files, or of folders: from each to those that it imports. */
type Imports = ReadonlyMap<string, ReadonlySet<string>>;

function importsOf(edges: readonly (readonly [from: string, to: string])[]): Imports {
  const imports = new Map<string, Set<string>>();
  for (const [from, to] of edges) imports.set(from, (imports.get(from) ?? new Set()).add(to));
  return imports;
}

/** Circles of imports, each as "a → b → a": one for each import that closes one, found in depth first order. */
function circlesIn(imports: Imports): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  function visit(name: string): void {
    const begin = path.indexOf(name);
    if (begin >= 0) circles.push([...path.slice(begin), name].join(' → '));
    if (begin >= 0 || done.has(name)) return;
    path.push(name);
    for (const to of imports.get(name) ?? []) visit(to);
    path.pop();
    done.add(name);
  }
  for (const name of imports.keys()) visit(name);
  return circles;
}

/** Folders that import each other, each pair once. */
function mutualImports(imports: Imports): string[] {
  return [...imports].flatMap(([from, targets]) =>
    [...targets].filter((to) => from < to && imports.get(to)?.has(from)).map((to) => `${from} ⇄ ${to}`),
  );
}

describe('the structure of the code', () => {
  it('keeps the rules between folders', () => {
    const broken = modules.flatMap(({ path, imports }) =>
      imports.flatMap((to) => (brokenRule(path, to) ? [`${path} → ${to}: ${brokenRule(path, to)}`] : [])),
    );
    expect(broken.filter((line) => !isTest(line.split(' ')[0] ?? ''))).toEqual([]);
  });

  it('lets the engine need neither a page, a worker, a network nor a library', () => {
    const engine = sources.filter(({ path }) => path.startsWith('src/engine/'));
    const outside =
      /\bfrom '[^.]|\b(?:window|document|navigator|localStorage|indexedDB|self|process)\.|\b(?:fetch|postMessage)\(/;
    expect(engine.filter(({ text }) => outside.test(text)).map(({ path }) => path)).toEqual([]);
    expect(engine.length).toBeGreaterThan(0);
  });

  it('has no circles of imports, of types or of what is loaded later either', () => {
    expect(circlesIn(importsOf(sourceEdges))).toEqual([]);
  });

  it('has no two folders that import each other', () => {
    const edges = sourceEdges.map(([from, to]) => [dirname(from), dirname(to)] as const);
    expect(mutualImports(importsOf(edges.filter(([from, to]) => from !== to)))).toEqual([]);
  });

  it('keeps folders so small that one sees what is in them', () => {
    const counts = new Map<string, number>();
    for (const { path } of sources) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > maxFolderFiles)).toEqual([]);
  });

  it('keeps files short', () => {
    const long = modules.filter(({ text }) => text.split('\n').length - 1 > maxLines).map(({ path }) => path);
    expect(long).toEqual([]);
  });

  it('has no barrels', () => {
    expect(modules.filter(({ path }) => /(^|\/)index\.tsx?$/.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('names files in kebab-case', () => {
    const odd = modules.filter(
      ({ path }) => !/^[a-z0-9-]+(\.(test|d|config|spec))?\.[a-z]+$/.test(path.split('/').at(-1) ?? ''),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('knows a rule broken when it sees one', () => {
    expect(brokenRule('src/contract/a.ts', 'src/app/b.ts')).toBeDefined();
    expect(brokenRule('src/engine/a.ts', 'src/contract/b.ts')).toBeDefined();
    expect(brokenRule('src/app/browser/a.ts', 'src/app/ui/b.ts')).toBeDefined();
    expect(brokenRule('src/server/a.ts', 'src/app/b.ts')).toBeDefined();
    expect(brokenRule('src/app/a.ts', 'src/server/b.ts')).toBeDefined();
    expect(brokenRule('src/app/table/a.ts', 'src/app/address/location.ts')).toBeDefined();
    expect(brokenRule('src/app/ui/a.ts', 'src/app/datasets/b.ts')).toBeDefined();
    expect(brokenRule('src/app/datasets/a.ts', 'src/app/dataset/b.ts')).toBeDefined();
    expect(brokenRule('src/app/datasets/a.ts', 'src/app/table/b.ts')).toBeUndefined();
    const circle = importsOf([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
      ['a', 'c'],
    ]);
    expect(circlesIn(circle)).toEqual(['b → c → b']);
    expect(mutualImports(circle)).toEqual(['b ⇄ c']);
    expect(circlesIn(importsOf([['a', 'b']]))).toEqual([]);
  });
});
