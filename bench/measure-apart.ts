import { fork } from 'node:child_process';
import type { Section } from './section.ts';

/**
 * Measures a part in a process of its own, as the dashboard's worker has one: what was measured before would still be in its memory, and
 * in how its code was compiled. `program` answers `section PART` with the section, to whoever has started it. Rejects when it does not.
 */
export function measureApart(program: string, part: string): Promise<Section> {
  const child = fork(program, ['section', part], { serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    // The program is this one, which sends nothing else.
    child.once('message', (section) => resolve(section as Section));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The part "${part}" of the benchmark ended with ${code}.`)));
  });
}
