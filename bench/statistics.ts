/**
 * The value below which the given share of the values lies, interpolated between the two nearest. `share` is from 0 to 1.
 * Throws when there are no values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = share * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) throw new Error('There are no values to take a quantile of.');
  return below + (above - below) * (position - Math.floor(position));
}

/** The middle value. Throws when there are no values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/**
 * The median of the ratios of two series that were measured in turns: what slowed one round slowed both, and cancels out.
 * Throws when they differ in length or are empty.
 */
export function medianRatio(values: readonly number[], bases: readonly number[]): number {
  if (values.length !== bases.length) throw new Error('Ratios need two series of the same rounds.');
  return median(values.map((value, round) => value / (bases[round] ?? Number.NaN)));
}
