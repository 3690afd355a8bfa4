const readable = /^(?:gzip|deflate|br|identity)$/i;

/**
 * What to ask the upstream for: of the encodings that the caller accepts those that `checkedBody` can read, in the caller's
 * words, and plain bytes when that leaves none.
 */
export function acceptedEncodings(acceptEncoding: string | null): string {
  const wanted = (acceptEncoding ?? '').split(',').map((one) => one.trim());
  return wanted.filter((one) => readable.test(one.split(';')[0]?.trim() ?? '')).join(', ') || 'identity';
}
