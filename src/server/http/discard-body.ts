/** Reads what is left of a body, at most about `maxBytes` of it, and throws it away. Rejects when the body breaks off. */
export async function discardBody(body: AsyncIterator<Uint8Array, void>, maxBytes: number): Promise<void> {
  for (let bytes = 0; bytes <= maxBytes; ) {
    const { done, value } = await body.next();
    if (done) return;
    bytes += value.byteLength;
  }
  await body.return?.();
}
