import { type ListFilter, listKey } from '../../../contract/list-params.ts';

/** Whether two views show the same list, whatever part of it and in whatever order. */
export function isSameList(one: ListFilter, other: ListFilter): boolean {
  return listKey(one) === listKey(other);
}
