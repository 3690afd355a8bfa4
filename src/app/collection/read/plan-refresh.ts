/** Rows to ask for. */
export interface RefreshRead {
  readonly offset: number;
  readonly limit: number;
}

/** So near to each other, rows are read in one request also where more requests were allowed. */
const nearRows = 50;

/**
 * Which reads bring rows again that stand at these places of the list: few, each of `pageRows` at most, in ascending order. Rows that
 * are scattered further than `maxRequests` reach are left out, those first that stand alone.
 */
export function planRefresh(
  places: readonly number[],
  options: { readonly maxRequests: number; readonly pageRows: number },
): RefreshRead[] {
  const { maxRequests, pageRows } = options;
  const clusters = [...new Set(places)].sort((a, b) => a - b).map((place) => ({ first: place, last: place, rows: 1 }));
  for (;;) {
    const nearest = nearestPair(clusters, pageRows);
    if (nearest === undefined) break;
    const { at, gap } = nearest;
    if (clusters.length <= maxRequests && gap > nearRows) break;
    const [one, other] = clusters.slice(at, at + 2);
    if (one === undefined || other === undefined) break;
    clusters.splice(at, 2, { first: one.first, last: other.last, rows: one.rows + other.rows });
  }
  return clusters
    .sort((a, b) => b.rows - a.rows || a.first - b.first)
    .slice(0, maxRequests)
    .sort((a, b) => a.first - b.first)
    .map(({ first, last }) => ({ offset: first, limit: last + 1 - first }));
}

/** The two neighbours that are nearest to each other and fit into one page. */
function nearestPair(
  clusters: readonly { readonly first: number; readonly last: number }[],
  pageRows: number,
): { readonly at: number; readonly gap: number } | undefined {
  let nearest: { readonly at: number; readonly gap: number } | undefined;
  for (const [at, { first, last }] of clusters.entries()) {
    const next = clusters[at + 1];
    if (next === undefined || next.last + 1 - first > pageRows) continue;
    const gap = next.first - last;
    if (nearest === undefined || gap < nearest.gap) nearest = { at, gap };
  }
  return nearest;
}
