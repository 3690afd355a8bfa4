import { storedValue } from '../browser/stored-value.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The reader's theme. `early-theme.js` reads the same key before the first paint: the two must agree. */
export const theme = storedValue<Theme>({
  key: 'setlist.theme',
  parse: (text) => themes.find((name) => name === text) ?? 'system',
  format: String,
});

function apply(): void {
  const chosen = theme.get();
  const root = document.documentElement;
  if (chosen === 'system') root.removeAttribute('data-theme');
  else root.setAttribute('data-theme', chosen);
}

/** Keeps `<html data-theme>` equal to the preference, whichever tab changes it; returns what ends that. */
export function followTheme(): () => void {
  apply();
  return theme.subscribe(apply);
}
