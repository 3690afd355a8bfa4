import { expect, it } from 'vitest';
import { inSteps } from './in-steps.ts';

/** Steps that each take longer than the thread works on without looking up. */
function* longSteps(count: number, onStep: (step: number) => void): Generator<undefined, string> {
  for (let step = 0; step < count; step += 1) {
    onStep(step);
    for (const untilMs = performance.now() + 10; performance.now() < untilMs; );
    yield;
  }
  return 'done';
}

it('works something out, and lets what else there is to do come before it and in between', async () => {
  const seen: string[] = [];
  const result = inSteps(
    longSteps(3, (step) => {
      seen.push(`step ${step}`);
      setTimeout(() => seen.push('something else'));
    }),
    () => true,
  );
  seen.push('asked');
  expect(await result).toBe('done');
  expect(seen.slice(0, 5)).toEqual(['asked', 'step 0', 'something else', 'step 1', 'something else']);
});

it('is given up once it is not wanted any more', async () => {
  let wanted = true;
  let steps = 0;
  const result = inSteps(
    longSteps(3, () => {
      steps += 1;
      wanted = false;
    }),
    () => wanted,
  );
  expect(await result).toBeUndefined();
  expect(steps).toBe(1);
});
