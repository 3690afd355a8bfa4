import type { ListView } from '../../../contract/list-params.ts';

/** Whether two views show the same list, whatever part of it and in whatever order. */
export function isSameList(one: Pick<ListView, 'ownership' | 'unnamed'>, other: typeof one): boolean {
  return one.ownership === other.ownership && one.unnamed === other.unnamed;
}
