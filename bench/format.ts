/** Milliseconds, with more digits where there are fewer of them: `0.42 ms`, `3.1 ms`, `210 ms`. */
export function formatMs(ms: number): string {
  return `${ms.toFixed(ms < 1 ? 2 : ms < 100 ? 1 : 0)} ms`;
}

/** A ratio: `1.18 ×`. */
export function formatRatio(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

/** A whole number with thousands set apart: `1,200`. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString('en');
}

/** Bytes in thousands: `82.4 KB`. */
export function formatKilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}
