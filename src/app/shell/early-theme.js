// Runs before the first paint, so that a chosen theme never flashes in from the other one. `src/app/shell/theme.ts` reads and
// writes the same key.
try {
  const theme = localStorage.getItem('setlist.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.setAttribute('data-theme', theme);
} catch {
  // Storage is forbidden: the system's theme it is.
}
