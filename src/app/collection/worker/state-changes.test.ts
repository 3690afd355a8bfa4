import { describe, expect, it } from 'vitest';
import { collectionOf } from '../../../engine/columns/join-blocks.ts';
import { datasetFields } from '../../datasets/fields.ts';
import type { Problem } from '../fetch/problem.ts';
import { datasetRow } from '../testing/dataset-row.ts';
import { changeByLoad, failureOf } from './state-changes.ts';

const nowMs = 5000;

function problem(rule: Problem['rule'], count = 1): Problem {
  return { rule, text: rule, count, examples: [] };
}

function loaded(options: { readonly asKept: { from: number; to: number }[]; readonly problems?: Problem[] }) {
  const evidence = { evidence: 'no-sign', settled: true, complete: true, requests: 1, pageRows: 1000 } as const;
  return { ...collectionOf(datasetFields, [0, 1, 2].map(datasetRow)), ...evidence, problems: [], ...options };
}

describe('a load', () => {
  it('that has read all again is as it is now, and so are its problems', () => {
    const before = { asOfMs: 1000, problems: [problem('order')], nowMs };
    expect(changeByLoad(loaded({ asKept: [] }), before)).toMatchObject({ asOfMs: nowMs, oldRows: 0, problems: [] });
  });

  it('that has not is as old as what it was made from, whose problems remain', () => {
    const before = { asOfMs: 1000, problems: [problem('order'), problem('field.itemCount', 3)], nowMs };
    const asKept = [
      { from: 0, to: 1 },
      { from: 2, to: 3 },
    ];
    expect(changeByLoad(loaded({ asKept, problems: [problem('order', 2)] }), before)).toMatchObject({
      asOfMs: 1000,
      oldRows: 2,
      problems: [problem('order', 2), problem('field.itemCount', 3)],
    });
  });
});

it('says of any error what it is', () => {
  expect(failureOf(new Error('no'))).toMatchObject({ kind: 'unreachable', message: 'no' });
});
