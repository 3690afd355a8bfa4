import type { DatasetPage } from '../../../contract/dataset-page.ts';
import { datasetsPath } from '../../../contract/datasets-path.ts';
import { fragmentOf, topRowOf } from '../../address/scroll-fragment.ts';
import { isAsked, type View } from '../../address/view-params.ts';
import { pageAnswer } from '../../api/answer-shapes.ts';
import { apiBaseUrl } from '../../api/api-base-url.ts';
import { askEarly } from '../../api/early-answer.ts';
import { parseJson } from '../../api/parse-json.ts';
import { apiHost, servedBy, serverName } from '../../api/served-by.ts';
import { after } from '../../browser/after.ts';
import { browserStorage } from '../../browser/browser-storage.ts';
import { rowHeightPx, rowsHeightIn, rowsInSight } from '../../table/window/row-window.ts';
import { pageBeganMs } from '../../ui/format/clock.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import { formatRelativeTime } from '../../ui/format/relative-time.ts';
import { keptAnswer } from '../list/kept-answer.ts';
import { heightBesideRowsPx, timelineRoom } from '../list/timeline-room.ts';
import { fillPage, type PicturedPage } from './fill-page.ts';
import { findIn } from './find-in.ts';
import { firstViewOf } from './first-view.ts';
import { keepInput } from './kept-input.ts';
import { rowsHtml } from './row-html.ts';

/** The first thing to see: the list as it will be, before what makes it work is there (docs/decisions/0007). */
export interface FirstPicture {
  /** Until it was on screen for a frame, or it is known that there is none. */
  readonly settled: Promise<void>;
  /** Until nothing is left to do but wait for its rows; never, where they are not asked for. */
  readonly prepared: Promise<void>;
  /** Whether its rows are at hand: then it waits for no server. */
  readonly hasRows: () => boolean;
  /** Whether there is one: then the document has what React would draw. */
  readonly isDrawn: () => boolean;
  /** Nothing is drawn from now on. Answers the first row in sight, fractions included, which React is to begin with. */
  readonly end: () => number;
  /** React has taken it over, in this frame: tells it what was scrolled meanwhile. */
  readonly tellScroll: () => void;
  /** The page works: does to it what the reader did to the picture. */
  readonly replay: () => void;
}

/** Shows the prerendered page in `root`, with its rows as soon as they are there, if that is what React will come to draw. */
export function beginFirstPicture(root: HTMLElement): FirstPicture {
  let drawn: DrawnPicture | undefined;
  let hasRows = false;
  let isEnded = false;
  let onPrepared = () => {};
  const prepared = new Promise<void>((resolve) => {
    onPrepared = resolve;
  });

  async function draw(): Promise<void> {
    const first = askFirstPage();
    if (first === undefined) return;
    hasRows = first.kept !== undefined;
    const shown = await pageToShow(root, first, onPrepared);
    if (shown === undefined || isEnded) return;
    drawn = drawPicture(root, shown);
    await nextFrame();
  }
  return {
    // Whatever is wrong with the picture, the page comes.
    settled: draw().catch((error: unknown) => console.error(error)),
    prepared,
    hasRows: () => hasRows,
    isDrawn: () => drawn !== undefined,
    end() {
      isEnded = true;
      return drawn?.end() ?? 0;
    },
    tellScroll: () => drawn?.scroller.dispatchEvent(new Event('scroll')),
    replay: () => void drawn?.replayInput(),
  };
}

/** What the picture will show, with its rows at hand or asked for. */
interface FirstPage extends Pick<PicturedPage, 'view' | 'kept' | 'served' | 'user'> {
  readonly asked: DatasetPage | Promise<DatasetPage | undefined>;
}

/** `undefined` when what comes first is the page's to find out. */
function askFirstPage(): FirstPage | undefined {
  const served = servedBy();
  const device = browserStorage('localStorage');
  const view = firstViewOf({
    address: new URL(window.location.href),
    historyState: window.history.state,
    tab: browserStorage('sessionStorage'),
    device,
  });
  if (!served?.user || view === undefined) return undefined;
  const kept = isAsked(view) ? keptAnswer({ storage: device, server: serverName() }, view) : undefined;
  // Without what is kept of an order the page soon wants to know of the list itself.
  const asked = kept?.page ?? askPlainPage(view);
  return isAsked(view) && !kept ? undefined : { view, kept, served, user: served.user, asked };
}

/** All that the picture shows; `undefined` when there is more to say than it can. */
async function pageToShow(
  root: HTMLElement,
  first: FirstPage,
  onPrepared: () => void,
): Promise<PicturedPage | undefined> {
  const { view, kept } = first;
  // What needs no answer is done while it is on its way, and apart from what does: together they would be one task too long. Rows that
  // are at hand are laid out once, with the page.
  if (kept === undefined) {
    await after(0);
    layOut(root);
    // The browser's tables of how numbers and times are written take as long to load as the answer to come.
    formatCount(0);
    formatRelativeTime({ count: -1, unit: 'day' });
  }
  onPrepared();
  const page = await first.asked;
  // There is more to say of a page without rows, or one that is not as it was asked for.
  if (page === undefined || page.items.length === 0 || page.limit !== view.limit || page.offset !== view.offset)
    return undefined;
  return {
    ...first,
    page,
    host: apiHost(),
    theme: document.documentElement.dataset.theme,
    hasTimeline: matchMedia(timelineRoom).matches,
  };
}

/** The page that the API gives; `undefined` where its answer is not plain. */
async function askPlainPage(view: View): Promise<DatasetPage | undefined> {
  const text = await askEarly(apiBaseUrl() + datasetsPath(view));
  const answer = text === undefined ? undefined : parseJson(text);
  return pageAnswer.isPlain?.(answer) ? answer.data : undefined;
}

interface DrawnPicture {
  readonly scroller: Element;
  readonly replayInput: () => Promise<void>;
  readonly end: () => number;
}

function drawPicture(root: HTMLElement, shown: PicturedPage): DrawnPicture {
  const { page, user } = shown;
  const scroller = findIn(root, '.table-scroller');
  const body = findIn(root, 'tbody');
  const count = page.items.length;
  const heightPx = rowsHeightIn(innerHeight, heightBesideRowsPx(shown.hasTimeline));
  let drawnTopRow = 0;

  function drawRows(topRow: number): void {
    const inSight = rowsInSight(topRow, heightPx, count);
    const tabStop = Math.min(Math.ceil(topRow), count - 1);
    body.innerHTML = rowsHtml({ page, inSight, tabStop, userId: user.id, nowMs: pageBeganMs }).markup;
    setStyles(body);
    drawnTopRow = topRow;
  }
  // As the address will say it.
  const topRow = () => topRowOf(fragmentOf(scroller.scrollTop / rowHeightPx));
  const follow = () => {
    if (topRow() !== drawnTopRow) drawRows(topRow());
  };
  fillPage(root, shown);
  drawRows(0);
  show(root);
  root.style.opacity = '';
  scroller.addEventListener('scroll', follow);
  return {
    scroller,
    replayInput: keepInput(),
    end() {
      scroller.removeEventListener('scroll', follow);
      follow();
      return drawnTopRow;
    },
  };
}

/** Lays out the prerendered page, unseen: not by `visibility`, which all elements inherit, so that showing them would style each anew. */
function layOut(root: HTMLElement): void {
  root.style.opacity = '0';
  show(root);
  root.getBoundingClientRect();
}

function show(root: HTMLElement): void {
  setStyles(root);
  root.hidden = false;
}

/** Sets the styles that markup names: the page's policy lets only scripts set them. */
function setStyles(element: Element): void {
  for (const styled of element.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset.style ?? '';
    styled.removeAttribute('data-style');
  }
}

const longestFrameMs = 100;

/**
 * Until the next frame is on screen: with the one after it, since what is put on the screen beside the page takes a processor too. A
 * page in the background draws none.
 */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, longestFrameMs);
    // A task after the frame, not in it.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)));
  });
}
