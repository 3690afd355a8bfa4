/** Data that cannot be imported; the message is one plain line that names the dataset or user and says why. Nothing was stored. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
