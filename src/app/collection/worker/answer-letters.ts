import type { Collection } from '../../../engine/columns/collection.ts';
import { perCollection } from '../../../engine/columns/per-collection.ts';
import { languageOf } from '../../../engine/columns/table-language.ts';
import { type LetterSets, letters } from '../../../engine/match/letter-sets.ts';
import { dependOnNow, matchRows } from '../../../engine/match/match-rows.ts';
import { lettersBehind } from '../../../engine/match/search-texts.ts';
import { sortRows } from '../../../engine/order/sort-rows.ts';
import { type TypedWord, typedWord } from '../../../engine/query/parse-query.ts';
import { type Reader, readerOf } from '../../../engine/query/reader.ts';
import { latestRowOf, refreshedRowsOf } from '../read/refreshed-rows.ts';
import type { PageAnswer, PageQuestion } from './answer-page.ts';
import { inSteps } from './in-steps.ts';

/** Rows of a page at most: larger ones are many to have ready for every letter. */
const mostRows = 100;

/** The first page of what a search finds with one more letter, by that letter, as `answerPage` answers. */
export type LetterAnswers = Readonly<Record<string, PageAnswer>>;

/**
 * What is found with each of `a` to `z` and `0` to `9` typed behind a search. All of them take about as long as one, since one look at
 * the rows tells for every letter; and then that one is on screen in the frame after its key. `undefined` where nothing can be had
 * ahead, or it `isWanted` no more.
 */
export async function answerLetters(
  collection: Collection,
  question: PageQuestion,
  nowMs: number,
  isWanted: () => boolean,
): Promise<LetterAnswers | undefined> {
  // Rows that were read again are asked with the next search only, and not before.
  const canBeAhead = question.limit <= mostRows && !refreshedRowsOf(collection).isAhead;
  return canBeAhead ? await inSteps(findAnswers(collection, question, nowMs), isWanted) : undefined;
}

function* findAnswers(
  collection: Collection,
  question: PageQuestion,
  nowMs: number,
): Generator<undefined, LetterAnswers | undefined> {
  const { sort, desc, q, limit } = question;
  const typed = typedWord(q, languageOf(collection.table));
  // Who types on after a while does not want the rows of then.
  if (typed === undefined || dependOnNow(typed.others)) return undefined;
  const reader = readerOf(question, nowMs);
  const { sets, counts } = yield* countLetters(collection, typed, reader);
  const order = sortRows(collection, { sort, desc, locales: reader.locales ?? [] });
  const firstRows = yield* sets.first(
    order,
    Array.from(counts, (count) => Math.min(count, limit)),
  );
  const answerOf = answersFrom(collection);
  const answers: Record<string, PageAnswer> = {};
  for (const [place, letter] of letters.entries()) {
    answers[letter] = answerOf(firstRows[place] ?? [], counts[place] ?? 0);
    yield;
  }
  return answers;
}

/** The letters of each row that a search may go on with, and how many rows have each. */
interface CountedLetters {
  readonly sets: LetterSets;
  readonly counts: Uint32Array;
}

/** What every search begins with, in any order of the rows. */
const firstLetters = perCollection((): { counted?: CountedLetters } => ({}));

function* countLetters(
  collection: Collection,
  { word, others }: TypedWord,
  reader: Reader,
): Generator<undefined, CountedLetters> {
  const isFirst = word === '' && others.length === 0;
  const known = firstLetters(collection);
  if (isFirst && known.counted !== undefined) return known.counted;
  const sets = yield* lettersBehind(collection, word);
  if (others.length > 0) sets.clear(matchRows(collection, others, reader).states);
  yield;
  const counted = { sets, counts: yield* sets.count() };
  if (isFirst) known.counted = counted;
  return counted;
}

/** Makes answers in which a row is the same object wherever it comes: it crosses to the other thread once. */
function answersFrom(collection: Collection): (rows: readonly number[], matching: number) => PageAnswer {
  const { count: covered, total } = collection;
  const latest = new Map<number, ReturnType<typeof latestRowOf>>();
  function latestOf(row: number): ReturnType<typeof latestRowOf> {
    const known = latest.get(row) ?? latestRowOf(collection, row);
    latest.set(row, known);
    return known;
  }
  return (rows, matching) => {
    const known = rows.map(latestOf);
    return {
      rows: known.map(({ item }) => item),
      refreshedAtMs: known.map(({ atMs }) => atMs),
      matching,
      covered,
      total,
      isOrderOld: false,
    };
  };
}
