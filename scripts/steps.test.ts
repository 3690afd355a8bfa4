import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { root } from './project.mjs';
import { checkStep, runSteps } from './steps.mjs';

// What the steps say is not about these tests.
beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue());

const step = (passed: number, failed: number, ran: string[] = []) => ({
  title: `${passed}/${failed}`,
  run: async () => {
    ran.push(`${passed}/${failed}`);
    return { passed, failed };
  },
});

describe('runSteps', () => {
  it('adds up what the steps count', async () => {
    expect(await runSteps([step(3, 0), step(4, 0)], { keepGoing: false })).toEqual({ passed: 7, failed: 0 });
  });

  it('stops at the first step that fails, or keeps going', async () => {
    const ran: string[] = [];
    const steps = [step(3, 0, ran), step(1, 2, ran), step(5, 0, ran)];
    expect(await runSteps(steps, { keepGoing: false })).toEqual({ passed: 4, failed: 2 });
    expect(ran).toEqual(['3/0', '1/2']);
    expect(await runSteps(steps, { keepGoing: true })).toEqual({ passed: 9, failed: 2 });
  });
});

describe('checkStep', () => {
  it.each([
    ['', 0],
    ['process.exitCode = 3;', 1],
  ])('counts a program of "%s" as %i failures', async (program, failed) => {
    const folder = mkdtempSync(join(tmpdir(), 'setlist-steps-'));
    writeFileSync(join(folder, 'program.mjs'), program);
    const step = checkStep('A program', [join(relative(root, folder), 'program.mjs')]);
    expect(await step.run()).toEqual({ passed: 0, failed });
    rmSync(folder, { recursive: true });
  });
});
