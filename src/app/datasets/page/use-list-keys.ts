import type { DatasetListItem } from '../../../contract/dataset.ts';
import { copyText } from '../../browser/copy-text.ts';
import { say } from '../../browser/say.ts';
import { useSingleKeys } from '../../browser/single-keys.ts';
import type { Paging } from '../list/paging.ts';

/** The keys of the list: `n` and `p` for the pages, `r` to refresh, `c` to copy the id of the current row. */
export function useListKeys(list: {
  readonly paging: Pick<Paging, 'previousOffset' | 'nextOffset'> | undefined;
  readonly turn: (way: 'next' | 'previous') => void;
  readonly refresh: () => void;
  readonly currentRow: () => DatasetListItem | undefined;
}): void {
  const { paging, turn, refresh, currentRow } = list;
  function page(way: 'next' | 'previous', none: string): void {
    if (paging?.[`${way}Offset`] !== undefined) turn(way);
    else if (paging !== undefined) say(none);
  }
  async function copyId(): Promise<void> {
    const row = currentRow();
    if (row === undefined) return say('No row is chosen: the arrow keys or a click choose one.');
    say((await copyText(row.id)) ? `Copied ID ${row.id}` : 'Could not copy the ID');
  }
  useSingleKeys({
    n: () => page('next', 'This is the last page.'),
    p: () => page('previous', 'This is the first page.'),
    r: refresh,
    c: () => void copyId(),
  });
}
