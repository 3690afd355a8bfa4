import type { Reader } from './reader.ts';

/** Who asks: what of it the page knows. */
export interface Asker {
  /** For `owner:me`; `undefined` while it is not known. */
  readonly userId: string | undefined;
  /** Languages by which names are ordered, best first. */
  readonly locales: readonly string[];
}

const minuteMs = 60_000;

/** The reader of an answer at `nowMs`, to the minute: within one, the same question has the same answer. */
export function readerOf({ userId, locales }: Asker, nowMs: number): Reader {
  return { nowMs: Math.floor(nowMs / minuteMs) * minuteMs, userId, locales };
}
