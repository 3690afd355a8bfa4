/** By how much the list has grown or shrunk since the rows were fetched, as an offer. `change` is not 0. */
export function changeText(change: number, formatCount: (count: number) => string): string {
  const count = Math.abs(change);
  return `${formatCount(count)} ${change > 0 ? 'new' : 'fewer'} dataset${count === 1 ? '' : 's'}`;
}
