/** A rule of the API that a server broke, in the order in which they are told. */
export const rules = {
  total: 'The answer’s total is not a whole number.',
  totalWrong: 'The answer’s total does not go with its rows: it ends before the total, or goes on after it.',
  totalUnsteady: 'The total goes up and down from answer to answer, further than the list can have changed.',
  endless: 'The list goes on and on: it was read to there.',
  offset: 'The answer is for another offset than was asked for.',
  seam: 'Rows next to each other come differently in two answers, each time they are asked for: a page comes twice or is skipped.',
  order: 'A row comes after one that was created later.',
  repeated: 'An id comes more than once: only its first row is here.',
  id: 'A row has no id, so that it cannot be here.',
  owner: 'A row has no userId.',
  createdAt: 'A row’s createdAt is not a date.',
  modifiedAt: 'A row’s modifiedAt is not a date.',
  accessedAt: 'A row’s accessedAt is not a date.',
  implausible: 'A row was created before 1970 or in the future.',
  count: 'A row’s itemCount or cleanItemCount is not a whole number.',
  text: 'A row’s name, title, username or other text is not a text.',
  long: 'A text of a row is very long: only its beginning is here.',
} as const;

export type Rule = keyof typeof rules;

/** What a server did that the API does not allow, and what it affects. */
export interface Problem {
  readonly rule: Rule;
  /** The rule and how it was broken, in words. */
  readonly text: string;
  /** How many rows are affected; for `total`, `totalWrong`, `offset` and `seam`, how many answers; 1 for `totalUnsteady` and `endless`. */
  readonly count: number;
  /** A few of the ids or offsets that it is about. */
  readonly examples: readonly string[];
}

const maxExamples = 3;
const maxExampleChars = 40;

/** Counts what was broken; what it keeps is bounded, however much that is. */
export class ProblemLog {
  readonly #noted = new Map<Rule, { count: number; examples: string[] }>();

  note(rule: Rule, example: string): void {
    const noted = this.#noted.get(rule) ?? { count: 0, examples: [] };
    this.#noted.set(rule, noted);
    noted.count += 1;
    if (example !== '' && noted.examples.length < maxExamples) noted.examples.push(example.slice(0, maxExampleChars));
  }

  /** What was noted until now, in the order of the rules. */
  problems(): Problem[] {
    // The keys of a literal are its own.
    return (Object.keys(rules) as Rule[]).flatMap((rule) => {
      const noted = this.#noted.get(rule);
      return noted === undefined
        ? []
        : [{ rule, text: rules[rule], count: noted.count, examples: [...noted.examples] }];
    });
  }
}
