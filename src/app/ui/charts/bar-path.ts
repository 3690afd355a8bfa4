/** The height of a chart's drawing, in its own units. */
export const chartHeight = 100;
/** The share of a bar's place that is left empty beside it. */
const gap = 0.16;
/** What is more than nothing is seen. */
const leastHeight = 2.5;

/**
 * The outlines of one layer of stacked bars, as the `d` of an SVG path in a box of `bars.length` by `chartHeight`. `most` is the number
 * that is as high as the box.
 */
export function barPath(bars: readonly (readonly number[])[], layer: number, most: number): string {
  const parts = bars.map((stack, index) => {
    const value = stack[layer] ?? 0;
    if (!(value > 0) || !(most > 0)) return '';
    const below = stack.slice(0, layer).reduce((sum, one) => sum + heightOf(one, most), 0);
    const [top, bottom] = [rounded(chartHeight - below - heightOf(value, most)), rounded(chartHeight - below)];
    return `M${rounded(index + gap / 2)} ${bottom}V${top}h${1 - gap}V${bottom}z`;
  });
  return parts.join('');
}

/** The height of the highest bar of all. */
export function mostOf(bars: readonly (readonly number[])[]): number {
  return bars.reduce(
    (most, stack) =>
      Math.max(
        most,
        stack.reduce((sum, value) => sum + value, 0),
      ),
    0,
  );
}

function heightOf(value: number, most: number): number {
  return value > 0 ? Math.max(leastHeight, (value / most) * chartHeight) : 0;
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100;
}
