import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureBrowser } from './browser/measure-browser.ts';
import { measureReact } from './collection/browser/measure-react.ts';
import { measureReturn } from './collection/browser/measure-return.ts';
import { measureAsk } from './collection/measure-ask.ts';
import { measureLoad } from './collection/measure-load.ts';
import { measureScroll } from './collection/measure-scroll.ts';
import { describeMachine } from './machine.ts';
import { measureApart } from './measure-apart.ts';
import { measureSize } from './measure-size.ts';
import { projectRoot } from './project-root.ts';
import { reportText } from './report.ts';
import type { Section } from './section.ts';
import { measureServer } from './server/measure-server.ts';
import { serveFromMemory } from './server/memory-server.ts';

/**
 * `npm run bench` measures all parts, prints the report and writes it to bench/RESULTS.md. `npm run bench -- PART` measures one
 * part and prints it. Started anew with `memory-server`, the same program is the floor of the server.
 */
const resultsFile = join('bench', 'RESULTS.md');
const chromium = process.env.SETLIST_CHROMIUM ?? '';

/** Those that are measured in a process of their own, where this program is started anew with `section PART`. */
const partsApart: ReadonlyMap<string, () => Promise<Section>> = new Map([
  ['load', measureLoad],
  ['ask', measureAsk],
]);

const parts: ReadonlyMap<string, () => Promise<Section>> = new Map([
  ['server', () => measureServer({ self: import.meta.filename })],
  ['browser', () => measureBrowser({ executablePath: chromium })],
  ...Array.from(partsApart.keys(), (name) => [name, () => measureApart(import.meta.filename, name)] as const),
  ['return', () => measureReturn({ executablePath: chromium })],
  ['react', () => measureReact({ executablePath: chromium })],
  ['scroll', () => measureScroll({ executablePath: chromium })],
  ['size', measureSize],
]);

async function sendSection(name: string | undefined): Promise<void> {
  process.send?.(await partsApart.get(name ?? '')?.());
  process.disconnect();
}

async function measure(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !parts.has(name));
  if (unknown !== undefined) {
    throw new Error(`There is no part "${unknown}" of the benchmark: it is one of ${[...parts.keys()].join(', ')}.`);
  }
  const machine = describeMachine({ chromium, now: new Date() });
  const sections: Section[] = [];
  for (const [name, part] of parts) if (names.length === 0 || names.includes(name)) sections.push(await part());
  const text = reportText({ machine, sections });
  console.log(text);
  if (sections.length < parts.size) return;
  writeFileSync(join(projectRoot, resultsFile), text);
  console.error(`Written to ${resultsFile}.`);
}

const [name, ...args] = process.argv.slice(2);
if (name === 'memory-server') await serveFromMemory(args);
else if (name === 'section') await sendSection(args[0]);
else await measure(name === undefined ? [] : [name, ...args]);
