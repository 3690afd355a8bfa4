/** What the table shows for a name: the title before the name, and nothing blank; empty when there is neither. */
export function shownName({
  name,
  title,
}: {
  name?: string | null | undefined;
  title?: string | null | undefined;
}): string {
  if (title?.trim()) return title;
  return name?.trim() ? name : '';
}
