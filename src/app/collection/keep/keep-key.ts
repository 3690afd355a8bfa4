import { type ListSource, sourceKey } from '../fetch/list-source.ts';

/**
 * What a list is kept under on this device: server, user and view. A user whose id is not known is told from others by a digest of
 * the token, which the token cannot be had from. `undefined` where the list may not be kept, or no digest can be made (a page
 * that came over plain HTTP).
 */
export async function keepKey(source: ListSource): Promise<string | undefined> {
  const { token, userId = '', onDevice = false } = source;
  if (!onDevice) return undefined;
  if (token === undefined) return `${sourceKey(source)} user ${userId}`;
  const digest = await globalThis.crypto.subtle?.digest(
    'SHA-256',
    new TextEncoder().encode(`${source.server} ${token}`),
  );
  if (digest === undefined) return undefined;
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${sourceKey(source)} token ${hex}`;
}
