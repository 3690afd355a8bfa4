import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './project.mjs';

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

// The form of a lock file of npm's, version 3.
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, Entry>>;
};

/** Where Node looks for a package from the folder of another. */
function placesOf(name: string, from: string): string[] {
  const places = [`${from === '' ? '' : `${from}/`}node_modules/${name}`];
  const above = from.lastIndexOf('/node_modules/');
  if (from === '') return places;
  return [...places, ...placesOf(name, above < 0 ? '' : from.slice(0, above))];
}

describe('package-lock.json', () => {
  // `npm install` leaves out those that the registry did not give it, and then `npm ci` refuses the lock on every machine.
  it('has the packages of every platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !placesOf(name, path).some((place) => place in packages)),
    );
    expect(missing).toEqual([]);
  });
});
