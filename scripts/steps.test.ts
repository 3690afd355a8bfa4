import { describe, expect, it } from 'vitest';
import { checkStep, runSteps } from './steps.mjs';

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
    ['scripts/project.mjs', 0],
    ['scripts/no-such-script.mjs', 1],
  ])('counts %s as %i failures', async (script, failed) => {
    expect(await checkStep(script, [script]).run()).toEqual({ passed: 0, failed });
  });
});
