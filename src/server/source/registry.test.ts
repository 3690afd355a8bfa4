import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sources } from './registry.ts';

const folder = import.meta.dirname;
const registry = readFileSync(join(folder, 'registry.ts'), 'utf8');
const readme = readFileSync(join(folder, '..', '..', '..', 'README.md'), 'utf8');

describe('the registry of sources', () => {
  it('has the source of every folder beside it', () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const names = folders.map(({ name }) => name).filter((name) => name !== 'interface');
    expect(names.filter((name) => !registry.includes(`from './${name}/`))).toEqual([]);
  });

  it.each(Object.entries(sources))('has --%s in the README, with its variable', (flag, source) => {
    expect(readme).toContain(`\`--${flag} ${source.argument}\``);
    expect(readme).toContain(`\`SETLIST_${flag.toUpperCase().replaceAll('-', '_')}\``);
    if ('secret' in source && source.secret) expect(readme).toContain(`\`${source.secret.variable}\``);
  });
});
