import { after } from './browser/after.ts';
import { beginFirstPicture } from './datasets/first-picture/first-picture.ts';
import './shell/styles.css';

/** How long the parts of the page wait for the answer that the first picture shows, once that waits too: they would stand in its way. */
const longestWaitMs = 80;

/**
 * The picture first, from what little it needs; then the page, its parts one by one: each is evaluated in a task of its own, so that
 * the browser can answer in between.
 */
async function begin(): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('No #root in index.html.');
  const picture = beginFirstPicture(root);
  await (picture.hasRows()
    ? picture.settled
    : Promise.race([picture.settled, picture.prepared.then(() => after(longestWaitMs))]));
  fetchLaterFiles();
  if (picture.isDrawn()) await picture.settled;
  await import('./shell/evaluate-react.ts');
  await after(0);
  const { drawPage } = await import('./draw-page.tsx');
  await after(0);
  await drawPage(root, picture);
}

/** Has the browser fetch and compile them beside each other; before the picture they would be in its way. */
function fetchLaterFiles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-later]')) link.rel = 'modulepreload';
}

void begin();
