/** Below this a compressed body saves less than its headers and the time cost. */
export const minCompressedBytes = 1024;

const compressibleType =
  /^(?:text\/(?!event-stream)|application\/(?:[\w.+-]+\+)?(?:json|x-ndjson|jsonl|xml|javascript)\b|image\/svg\+xml)/i;

/** Whether bodies of this `Content-Type` get smaller by compression; pictures and fonts are compressed as they are. */
export function isCompressible(contentType: string | null): boolean {
  return compressibleType.test(contentType ?? '');
}
