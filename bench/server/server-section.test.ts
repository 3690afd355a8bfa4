import { describe, expect, it } from 'vitest';
import { isMet } from '../section.ts';
import type { Place } from './list-views.ts';
import type { Load } from './measure-load.ts';
import type { ServerCase, Subject } from './server-cases.ts';
import { serverSection } from './server-section.ts';

function caseOf(subject: Subject, p50s: readonly number[]): [ServerCase, Load[]] {
  const url = `http://localhost/${JSON.stringify(subject)}`;
  const rounds = p50s.map((p50Ms) => ({ p50Ms, p99Ms: 2 * p50Ms, requestsPerSecond: 1000 / p50Ms }));
  return [{ datasets: 1_000_000, connections: 1, url, headers: {}, subject }, rounds];
}

function page(place: Place, offset: number): Subject {
  return { kind: 'page', list: 'all', total: 1_000_000, place, offset };
}

const section = serverSection({
  loads: new Map([
    caseOf({ kind: 'memory' }, [2, 2, 2]),
    caseOf({ kind: 'memory-node' }, [1, 1, 1]),
    caseOf(page('first', 0), [3, 4, 5]),
    // Half as much again in every round, and less than the slowest first page.
    caseOf(page('last', 999_000), [4.5, 6, 7.5]),
    caseOf({ kind: 'brotli' }, [5, 5, 5]),
    caseOf({ kind: 'one-row' }, [0.4, 0.5, 0.9]),
  ]),
  compression: { bytes: 300_000, compressedBytes: 100_000, costMs: 0.8 },
  roundsAt: { 1: 3, 16: 3 },
  requests: 10,
});

describe('serverSection', () => {
  it.each([
    ['last page of 1,000,000, all, 1 conn.', 1.5, false],
    ['page of 1,000 rows, 1,000,000 datasets, 1 conn.', 2, true],
    ['`limit=1`, 1,000,000 datasets, in ms', 0.5, true],
    ['compression costs less than it saves at 1,000 Mbit/s', 0.5, true],
  ])('judges %j by %d', (name, value, met) => {
    const aim = section.aims.find((one) => one.aim === name);
    expect(aim?.value).toBeCloseTo(value, 10);
    expect(aim && isMet(aim)).toBe(met);
  });

  it('has a row of medians for each page', () => {
    expect(section.tables[0]?.rows).toEqual([
      ['1,000,000', 'all', '1,000,000', '0', '4.0 ms', '8.0 ms', '250'],
      ['1,000,000', 'all', '1,000,000', '999,000', '6.0 ms', '12.0 ms', '167'],
    ]);
  });
});
