import { datasetsPath } from '../../../contract/datasets-path.ts';
import { apiBaseUrl } from '../../api/api-base-url.ts';
import { browserStorage } from '../../api/browser-storage.ts';
import { askEarly } from '../../api/early-answer.ts';
import { apiHost, servedBy } from '../../served-by.ts';
import { rowHeightPx, rowsHeightIn } from '../../table/row-window.ts';
import { formatCount } from '../../ui/number-format.ts';
import { formatRelativeTime } from '../../ui/relative-time.ts';
import { firstViewOf } from './first-view.ts';
import type { Html } from './html.ts';
import { type KeptInput, keepInput } from './kept-input.ts';
import { type PicturedPage, pageHtml } from './page-html.ts';
import { readFirstPage } from './read-first-page.ts';
import { rowsHtml } from './table-html.ts';

/** The first thing to see: the list as it will be, before what makes it work is there (docs/decisions/0004). */
export interface FirstPicture {
  /** Until it was on screen for a frame, or it is known that there is none to draw. */
  readonly settled: Promise<void>;
  readonly isDrawn: () => boolean;
  /** Nothing is drawn from now on; what was drawn stays until the page takes its place. */
  readonly end: () => void;
  /** The page has taken its place, in this frame: scrolls it to where the picture was. */
  readonly keepScroll: () => void;
  /** The page works: does to it what the reader did to the picture. */
  readonly replay: () => void;
}

/** Draws the first picture into `root` once the rows are there, if the page begins with the list and nothing else is to be known. */
export function beginFirstPicture(root: HTMLElement): FirstPicture {
  let drawn: { readonly scroller: Scroller; readonly input: KeptInput } | undefined;
  let isEnded = false;

  async function draw(): Promise<void> {
    const shown = await askFirstPage();
    if (shown === undefined || isEnded) return;
    const picture = document.createElement('div');
    picture.style.display = 'contents';
    // Nothing in it can be operated: only what takes its place is there for who does not see it.
    picture.setAttribute('aria-hidden', 'true');
    fill(picture, [pageHtml(shown)]);
    root.replaceChildren(picture);
    drawn = { scroller: followScrolling(picture, shown), input: keepInput() };
    await nextFrame();
  }
  return {
    // Whatever is wrong with the picture, the page comes.
    settled: draw().catch((error: unknown) => console.error(error)),
    isDrawn: () => drawn !== undefined,
    end: () => {
      isEnded = true;
    },
    keepScroll: () => drawn?.scroller.scrollLike(root),
    replay: () => void drawn?.input.replay(),
  };
}

/** All that the picture shows; `undefined` when that is the page's to find out. */
async function askFirstPage(): Promise<PicturedPage | undefined> {
  const served = servedBy();
  const view = firstViewOf({
    address: new URL(window.location.href),
    historyState: window.history.state,
    tab: browserStorage('sessionStorage'),
    device: browserStorage('localStorage'),
  });
  if (!served?.user || view === undefined) return undefined;
  const asked = askEarly(apiBaseUrl() + datasetsPath(view));
  // The browser's tables of how numbers and times are written take as long to load as the answer to come.
  formatCount(0);
  formatRelativeTime({ count: -1, unit: 'day' });
  const text = await asked;
  const page = text === undefined ? undefined : readFirstPage(text);
  // There is more to say of a page that is not as it was asked for.
  if (page === undefined || page.limit !== view.limit || page.offset !== view.offset) return undefined;
  return picturedPage({ view, page, served, user: served.user });
}

function picturedPage(known: Pick<PicturedPage, 'view' | 'page' | 'served' | 'user'>): PicturedPage {
  return {
    ...known,
    host: apiHost(),
    theme: document.documentElement.dataset.theme,
    topRow: 0,
    rowsHeightPx: rowsHeightIn(innerHeight),
    nowMs: Date.now(),
  };
}

/** Puts markup into an element, and the styles that it names in place: the page's policy lets only scripts set them. */
function fill(element: Element, markup: readonly Html[]): void {
  element.innerHTML = markup.map((one) => one.markup).join('');
  for (const styled of element.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset.style ?? '';
    styled.removeAttribute('data-style');
  }
}

interface Scroller {
  readonly scrollLike: (root: HTMLElement) => void;
}

/** Keeps the rows in sight while the picture is scrolled. */
function followScrolling(picture: HTMLElement, shown: PicturedPage): Scroller {
  let at = { top: 0, left: 0 };
  const [scroller, body] = [picture.querySelector('.table-scroller'), picture.querySelector('tbody')];
  scroller?.addEventListener('scroll', () => {
    const { scrollTop: top, scrollLeft: left } = scroller;
    if (top !== at.top && body) {
      const topRow = top / rowHeightPx;
      const table = { ...shown, desc: shown.view.desc, userId: shown.user.id, topRow };
      fill(body, rowsHtml(table));
    }
    at = { top, left };
  });
  return {
    scrollLike(root) {
      if (at.top !== 0 || at.left !== 0)
        root.querySelector('.table-scroller')?.scrollTo({ ...at, behavior: 'instant' });
    },
  };
}

const longestFrameMs = 100;

/** Until the next frame was drawn; a page in the background draws none. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestFrameMs);
    // A task after the frame, not in it.
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
