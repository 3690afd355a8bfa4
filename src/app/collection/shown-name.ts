import type { DatasetListItem } from '../../contract/dataset.ts';

/** What the table shows for a name: the title before the name; empty when there is neither. */
export function shownName({
  name,
  title,
}: {
  name: string | null | undefined;
  title: DatasetListItem['title'];
}): string {
  return title || name || '';
}
