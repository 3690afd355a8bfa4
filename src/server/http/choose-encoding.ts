/** How a response can be sent; `identity` is as it is. */
export type ResponseEncoding = 'br' | 'gzip' | 'identity';

/** In our order of preference: brotli is the smaller of the two at the same cost. */
const compressed = ['br', 'gzip'] as const;

/** The weight of each coding in an `Accept-Encoding` header (RFC 9110, 12.5.3); what cannot be read weighs nothing. */
function readWeights(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [, coding, q = '1'] = /^\s*([^\s;]+)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/.exec(part) ?? [];
    if (coding !== undefined) weights.set(coding, Number(q));
  }
  return weights;
}

/** The best encoding that a client accepts: the one it gives most weight, brotli before gzip, `identity` without a wish. */
export function chooseEncoding(acceptEncoding: string | null | undefined): ResponseEncoding {
  const weights = readWeights(acceptEncoding ?? '');
  const weightOf = (coding: string): number => weights.get(coding) ?? weights.get('*') ?? 0;
  let best: ResponseEncoding = 'identity';
  let bestWeight = weights.get('identity') ?? 0;
  for (const coding of [...compressed].reverse()) {
    const weight = weightOf(coding);
    if (weight > 0 && weight >= bestWeight) {
      best = coding;
      bestWeight = weight;
    }
  }
  return best;
}
