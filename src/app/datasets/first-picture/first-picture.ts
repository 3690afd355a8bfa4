import type { DatasetPage } from '../../../contract/dataset-page.ts';
import { datasetsPath } from '../../../contract/datasets-path.ts';
import { pageAnswer } from '../../api/answer-shapes.ts';
import { apiBaseUrl } from '../../api/api-base-url.ts';
import { browserStorage } from '../../api/browser-storage.ts';
import { askEarly } from '../../api/early-answer.ts';
import { createKeptPages } from '../../api/kept-pages.ts';
import { parseJson } from '../../api/parse-json.ts';
import { apiHost, servedBy, serverName } from '../../served-by.ts';
import { rowHeightPx, rowsHeightIn, rowsInSight } from '../../table/row-window.ts';
import { pageBeganMs } from '../../ui/clock.ts';
import { formatCount } from '../../ui/number-format.ts';
import { formatRelativeTime } from '../../ui/relative-time.ts';
import { isAsked, type View } from '../../view-params.ts';
import { keptAnswer } from '../kept-answer.ts';
import { heightBesideRowsPx, timelineRoom } from '../timeline-room.ts';
import { fillPage, type PicturedPage } from './fill-page.ts';
import { firstViewOf } from './first-view.ts';
import { keepInput } from './kept-input.ts';
import { rowsHtml } from './row-html.ts';

/** The first thing to see: the list as it will be, before what makes it work is there (docs/decisions/0007). */
export interface FirstPicture {
  /** Until it was on screen for a frame, or it is known that there is none. */
  readonly settled: Promise<void>;
  /** `none` · `as-drawn`: the document has what React would draw · `scrolled`: other rows than those that it would draw first. */
  readonly state: () => 'none' | 'as-drawn' | 'scrolled';
  /** Nothing is drawn from now on; what was drawn stays until the page takes its place. */
  readonly end: () => void;
  /** The page has taken its place, in this frame: scrolls it to where the picture was. */
  readonly keepScroll: () => void;
  /** The page works: does to it what the reader did to the picture. */
  readonly replay: () => void;
}

/** Shows the prerendered page in `root`, with its rows as soon as they are there, if that is what React will come to draw. */
export function beginFirstPicture(root: HTMLElement): FirstPicture {
  let drawn: DrawnPicture | undefined;
  let isEnded = false;

  async function draw(): Promise<void> {
    const shown = await askFirstPage();
    if (shown === undefined || isEnded) return;
    drawn = drawPicture(root, shown);
    await nextFrame();
  }
  return {
    // Whatever is wrong with the picture, the page comes.
    settled: draw().catch((error: unknown) => console.error(error)),
    state: () => (drawn === undefined ? 'none' : drawn.scrolledTo().top === 0 ? 'as-drawn' : 'scrolled'),
    end() {
      isEnded = true;
      drawn?.end();
    },
    keepScroll() {
      const { top, left } = drawn?.scrolledTo() ?? { top: 0, left: 0 };
      if (top !== 0 || left !== 0) root.querySelector('.table-scroller')?.scrollTo({ top, left, behavior: 'instant' });
    },
    replay: () => void drawn?.replayInput(),
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
  const kept = isAsked(view)
    ? keptAnswer(createKeptPages(browserStorage('localStorage'), serverName()), view)
    : undefined;
  const page = isAsked(view) ? kept?.page : await askPlainPage(view);
  // There is more to say of a page without rows, or one that is not as it was asked for.
  if (page === undefined || page.items.length === 0 || page.limit !== view.limit || page.offset !== view.offset)
    return undefined;
  return {
    view,
    page,
    kept,
    served,
    user: served.user,
    host: apiHost(),
    theme: document.documentElement.dataset.theme,
    hasTimeline: matchMedia(timelineRoom).matches,
  };
}

/** The page that the API gives; `undefined` where its answer is not plain. */
async function askPlainPage(view: View): Promise<DatasetPage | undefined> {
  const asked = askEarly(apiBaseUrl() + datasetsPath(view));
  // The browser's tables of how numbers and times are written take as long to load as the answer to come.
  formatCount(0);
  formatRelativeTime({ count: -1, unit: 'day' });
  const text = await asked;
  const answer = text === undefined ? undefined : parseJson(text);
  return pageAnswer.isPlain?.(answer) ? answer.data : undefined;
}

interface DrawnPicture {
  readonly scrolledTo: () => { readonly top: number; readonly left: number };
  readonly replayInput: () => Promise<void>;
  readonly end: () => void;
}

function drawPicture(root: HTMLElement, shown: PicturedPage): DrawnPicture {
  const { page, user } = shown;
  const [scroller, body] = [root.querySelector('.table-scroller'), root.querySelector('tbody')];
  if (scroller === null || body === null) throw new Error('No table.');
  let at = { top: 0, left: 0 };
  const following = new AbortController();
  scroller.addEventListener(
    'scroll',
    () => {
      const { scrollTop: top, scrollLeft: left } = scroller;
      if (top !== at.top) drawRows(body, top);
      at = { top, left };
    },
    { signal: following.signal },
  );

  function drawRows(element: Element, topPx: number): void {
    const inSight = rowsInSight(
      topPx / rowHeightPx,
      rowsHeightIn(innerHeight, heightBesideRowsPx(shown.hasTimeline)),
      page.items.length,
    );
    element.innerHTML = rowsHtml({ page, inSight, userId: user.id, nowMs: pageBeganMs }).markup;
    setStyles(element);
  }
  fillPage(root, shown);
  drawRows(body, 0);
  setStyles(root);
  root.hidden = false;
  return { scrolledTo: () => at, replayInput: keepInput(), end: () => following.abort() };
}

/** Sets the styles that markup names: the page's policy lets only scripts set them. */
function setStyles(element: Element): void {
  for (const styled of element.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset.style ?? '';
    styled.removeAttribute('data-style');
  }
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
