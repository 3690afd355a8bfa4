/** A table of the report: `rows` have as many cells as `head`. Cells that are numbers stand on the right. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Something the project set out to reach, and what was measured. */
export interface Aim {
  readonly aim: string;
  /** What was measured. */
  readonly figure: string;
  /** What it is compared with; empty when the figure stands for itself. */
  readonly floor: string;
  /** Figure to floor, or the figure itself where there is no floor: the number that must not exceed `atMost`. */
  readonly value: number;
  readonly atMost: number;
}

/** What was found out about one question. */
export interface Findings {
  readonly tables: readonly Table[];
  readonly aims: readonly Aim[];
}

/** What one part of the benchmark found out. */
export interface Section extends Findings {
  readonly title: string;
  /** How it was measured, one paragraph each. */
  readonly notes: readonly string[];
}

/** Whether an aim was reached. */
export function isMet({ value, atMost }: Aim): boolean {
  return value <= atMost;
}
