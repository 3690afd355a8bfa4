const noEmbedding = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const apiPolicy = `default-src 'none'; ${noEmbedding}`;
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  noEmbedding,
].join('; ');

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The headers of every answer of the API: nothing in it may run, be embedded, be guessed at or be kept by a cache. */
export const apiHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': apiPolicy,
  ...always,
  'Cache-Control': 'no-store',
};

/** The headers of every answer of the dashboard: only files of this server run or show, no inline script, no eval. */
export const pageHeaders: Readonly<Record<string, string>> = { 'Content-Security-Policy': pagePolicy, ...always };
