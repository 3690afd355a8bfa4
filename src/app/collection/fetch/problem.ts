import { type ColumnDescription, fieldsOf, type TableDescription } from '../../../engine/columns/table-description.ts';

/** What a server must not do with a list, whatever its rows are, in the order in which it is told. */
const listRules = {
  total: 'The answer’s total is not a whole number.',
  totalWrong: 'The answer’s total does not go with its rows: it ends before the total, or goes on after it.',
  totalUnsteady: 'The total goes up and down from answer to answer, further than the list can have changed.',
  endless: 'The list goes on and on: it was read to there.',
  offset: 'The answer is for another offset than was asked for.',
  seam: 'Rows next to each other come differently in two answers, each time they are asked for: a page comes twice or is skipped.',
  order: 'A row comes after one that was created later.',
  repeated: 'An id comes more than once: only its first row is here.',
  implausible: 'A row was created before 1970 or in the future.',
  long: 'A text of a row is very long: only its beginning is here.',
} as const;

type ListRule = keyof typeof listRules;

/** What a server did that the API does not allow, and what it affects. */
export interface Problem {
  /** A rule of lists, or `field.` and the field of a row whose value is not what it must be. */
  readonly rule: string;
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
  /** By rule, in the order in which they are told. */
  readonly #texts: ReadonlyMap<string, string>;
  readonly #noted = new Map<string, { count: number; examples: string[] }>();

  /** Of a list whose rows are described by `table`. */
  constructor(table: TableDescription) {
    this.#texts = new Map([...Object.entries(listRules), ...fieldRules(table)]);
  }

  /** Notes that a rule of lists was broken. */
  note(rule: ListRule, example: string): void {
    this.#note(rule, example);
  }

  /** Notes that a row has no right value of a field. */
  noteField(field: string, example: string): void {
    this.#note(ruleOf(field), example);
  }

  /** What was noted until now, in the order of the rules. */
  problems(): Problem[] {
    return [...this.#texts].flatMap(([rule, text]) => {
      const noted = this.#noted.get(rule);
      return noted === undefined ? [] : [{ rule, text, count: noted.count, examples: [...noted.examples] }];
    });
  }

  #note(rule: string, example: string): void {
    const noted = this.#noted.get(rule) ?? { count: 0, examples: [] };
    this.#noted.set(rule, noted);
    noted.count += 1;
    if (example !== '' && noted.examples.length < maxExamples) noted.examples.push(example.slice(0, maxExampleChars));
  }
}

function ruleOf(field: string): string {
  return `field.${field}`;
}

function fieldRules(table: TableDescription): [string, string][] {
  return Object.entries(table.columns).flatMap(([name, column]) =>
    fieldsOf(name, column).map((field, place): [string, string] => [
      ruleOf(field),
      fieldText(field, column, { isId: name === table.id, isFirst: place === 0 }),
    ]),
  );
}

function fieldText(
  field: string,
  column: ColumnDescription,
  { isId, isFirst }: { readonly isId: boolean; readonly isFirst: boolean },
): string {
  if (isId) return `A row has no ${field}, so that it cannot be here.`;
  const isRequired = column.kind === 'text' ? column.isRequired : column.kind === 'coded' && column.fields && isFirst;
  return isRequired ? `A row has no ${field}.` : `A row’s ${field} is ${notOfKind[column.kind]}.`;
}

const notOfKind: Readonly<Record<ColumnDescription['kind'], string>> = {
  text: 'not a text',
  coded: 'not a text',
  count: 'not a whole number',
  number: 'not a number',
  time: 'not a date',
  boolean: 'neither true nor false',
  any: 'not what JSON has',
};
