import { useQuery } from '@tanstack/react-query';
import { sourceKey } from '../../collection/fetch/list-source.ts';
import type { AnswerName, AnswerOf, QuestionOf } from '../../collection/worker/answers.ts';
import type { ListCollection } from './use-collection.ts';

const minuteMs = 60_000;

/**
 * What the rows that are loaded answer. While a new question, or one to more rows, is being answered it is the answer before, but
 * never that of another list; `undefined` while nothing is loaded, or nothing `isWanted`.
 */
export function useAnswer<Name extends AnswerName>(
  collection: ListCollection,
  options: { readonly name: Name; readonly question: QuestionOf<Name>; readonly isWanted?: boolean },
): AnswerOf<Name> | undefined {
  const { source, state, ask } = collection;
  const { name, question, isWanted = true } = options;
  const isThere = isWanted && state.phase !== 'none';
  const list = sourceKey(source);
  const { data } = useQuery({
    queryKey: ['collection', list, state.version, name, question] as const,
    // No answer is no data of a query.
    queryFn: async (): Promise<AnswerOf<Name> | null> => (await ask(name, question)) ?? null,
    enabled: isThere,
    placeholderData: (before, query) => (query?.queryKey[1] === list ? before : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: minuteMs,
    retry: false,
  });
  return isThere ? (data ?? undefined) : undefined;
}
