let region: HTMLElement | undefined;

/**
 * Has a screen reader say `text` when it is next silent. One live region serves the whole page; it has no role, because
 * `role=status` belongs to the page's own status line. The same text twice is said twice.
 */
export function announce(text: string): void {
  if (!region?.isConnected) {
    region = document.createElement('div');
    region.setAttribute('aria-live', 'polite');
    region.className = 'sr-only';
    document.body.append(region);
  }
  const line = document.createElement('p');
  line.textContent = text;
  region.replaceChildren(line);
}
