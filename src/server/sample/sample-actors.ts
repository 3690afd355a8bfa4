import type { Random } from './random.ts';

/** A program that makes datasets, known by its id alone. */
interface SampleActor {
  /** 17 characters, the `actId` on the wire. */
  readonly id: string;
  /** How often it runs, beside the others. */
  readonly weight: number;
}

const actors: readonly [SampleActor, ...SampleActor[]] = [
  { id: 'moJRLRc85AitArpNN', weight: 30 },
  { id: 'aYG0l9s7dbB7j3gbS', weight: 22 },
  { id: 'nwua9Gu5YrADL7ZDj', weight: 18 },
  { id: 'BG3WDrGdteHgZgbPK', weight: 12 },
  { id: '3oqHnKkPhLGWJt2zX', weight: 9 },
  { id: 'h7sDV53CddomktSi5', weight: 6 },
  { id: 'Kq8vXz1TnRbW4eYcU', weight: 3 },
];

const totalWeight = actors.reduce((sum, actor) => sum + actor.weight, 0);

/** The Actor and the run that made a dataset; `null` twice when somebody made it by hand. */
export function sampleRun(random: Random): { readonly actId: string | null; readonly actRunId: string | null } {
  if (random.chance(0.3)) return { actId: null, actRunId: null };
  let rest = random.next() * totalWeight;
  const actor = actors.find(({ weight }) => {
    rest -= weight;
    return rest < 0;
  });
  return { actId: (actor ?? actors[0]).id, actRunId: random.base62(17) };
}
