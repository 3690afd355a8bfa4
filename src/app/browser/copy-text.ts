import { livePlace } from './announce.ts';

/** Copies through a hidden field: the way that is left where `navigator.clipboard` is not, as on plain http. */
function copyBySelection(text: string): boolean {
  const active = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'sr-only';
  livePlace().append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  return copied;
}

/** Puts `text` on the clipboard. Resolves to whether it is there; never rejects. */
export async function copyText(text: string): Promise<boolean> {
  try {
    // Typed as always there, but missing in insecure contexts.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (clipboard) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Permission refused, or the document lost focus: the old way may still work.
  }
  try {
    return copyBySelection(text);
  } catch {
    return false;
  }
}
