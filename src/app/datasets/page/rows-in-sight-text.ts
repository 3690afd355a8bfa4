/**
 * Of when the rows in sight are, where some were read again since the list was; nothing where none was. `refreshedAtMs` has a time
 * for those, in ms since 1970; `sortedAtMs` is when rows were sorted that have another value by now.
 */
export function rowsInSightText(
  refreshedAtMs: readonly (number | undefined)[],
  options: {
    readonly sortedAtMs: number | undefined;
    readonly formatCount: (count: number) => string;
    readonly formatSince: (timeMs: number) => string;
  },
): string | undefined {
  const { sortedAtMs, formatCount, formatSince } = options;
  const times = refreshedAtMs.filter((timeMs) => timeMs !== undefined);
  if (times.length === 0) return undefined;
  const isAll = times.length === refreshedAtMs.length;
  const some = isAll
    ? 'rows in sight'
    : `${formatCount(times.length)} of ${formatCount(refreshedAtMs.length)} rows in sight`;
  const order = sortedAtMs === undefined ? '' : `, in the order of ${formatSince(sortedAtMs)}`;
  return `${some} as of ${formatSince(Math.min(...times))}${order}`;
}
