/** Long enough for any browser to have begun with it. */
const keptMs = 60_000;

/**
 * Has the browser save a file under a name, where and as it saves all others. It takes one address for all bytes, so that a file that
 * was given up leaves nothing behind; large ones it keeps on disk until then.
 */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), keptMs);
}
