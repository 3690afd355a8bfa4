import { describe, expect, it } from 'vitest';
import { longestTaskMs } from './trace-tasks.ts';

const url = 'http://localhost/datasets';
const [page, other] = [7, 8];

const commit = { ph: 'I', name: 'FrameCommittedInBrowser', pid: 1, tid: 1, args: { data: { url, processId: page } } };
const started = { ...commit, name: 'TracingStartedInBrowser', args: { data: { frames: [{ url, processId: page }] } } };
const mainThread = (pid: number) => ({ ph: 'M', name: 'thread_name', pid, tid: 1, args: { name: 'CrRendererMain' } });
const task = (pid: number, tid: number, dur: number) => ({ ph: 'X', name: 'RunTask', pid, tid, dur });

function traceOf(events: readonly object[]): string {
  return JSON.stringify({ traceEvents: events });
}

describe('longestTaskMs', () => {
  it.each([
    ['that was navigated to', commit],
    ['that was there', started],
  ])('is the longest task of the main thread of a page %s', (_page, shown) => {
    const events = [
      shown,
      mainThread(page),
      mainThread(other),
      task(page, 1, 12_500),
      task(page, 1, 3_000),
      task(page, 2, 90_000),
      task(other, 1, 80_000),
      { ...task(page, 1, 70_000), name: 'FunctionCall' },
    ];
    expect(longestTaskMs(traceOf(events), url)).toBe(12.5);
  });

  it('refuses a trace of another page', () => {
    expect(() => longestTaskMs(traceOf([mainThread(page), task(page, 1, 5)]), url)).toThrow(`no tasks of ${url}`);
  });
});
