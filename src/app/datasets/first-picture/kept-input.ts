const focusable = 'a[href], button, input, select, textarea, [tabindex]';
/** What the browser itself would do on these, the page does. */
const movingKeys = /^(?:Tab|Arrow.+|Page.+|Home|End| )$/;
const tabStops = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** What the reader does while there is only a picture of the page. */
export interface KeptInput {
  /** Does it, in order, to the page that has come; from then on the page hears for itself. */
  readonly replay: () => Promise<void>;
}

/** Keeps key presses and clicks, each with its place, from now on: none is lost for having come early. */
export function keepInput(): KeptInput {
  const kept: (() => void)[] = [];
  const listening = new AbortController();
  let held: PointerEvent | undefined;

  function onKeyDown(event: KeyboardEvent): void {
    const { isTrusted, ctrlKey, metaKey, altKey, isComposing } = event;
    if (!isTrusted || ctrlKey || metaKey || altKey || isComposing) return;
    event.stopImmediatePropagation();
    if (movingKeys.test(event.key)) event.preventDefault();
    kept.push(() => press(event));
  }
  function onClick(event: MouseEvent): void {
    if (!event.isTrusted) return;
    suppress(event);
    kept.push(clickOf(event));
  }
  async function replay(): Promise<void> {
    for (let act = kept.shift(); act; act = kept.shift()) {
      act();
      // The page draws what came of it, before the next.
      await new Promise((resolve) => setTimeout(resolve));
    }
    listening.abort();
    if (held) finishClick();
  }
  const options = { capture: true, signal: listening.signal };
  addEventListener('keydown', onKeyDown, options);
  addEventListener('click', onClick, options);
  addEventListener(
    'pointerdown',
    (event) => (held = event.isPrimary && event.button === 0 ? event : undefined),
    options,
  );
  for (const end of ['pointerup', 'pointercancel'] as const) addEventListener(end, () => (held = undefined), options);
  return { replay };
}

function suppress(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The button went down on the picture, and what it was on is gone: the browser has no target for the click. */
function finishClick(): void {
  const waiting = new AbortController();
  const options = { capture: true, signal: waiting.signal };
  const onUp = (event: PointerEvent): void => {
    // The browser's own click, where there is one, comes before this.
    setTimeout(() => {
      waiting.abort();
      if (event.type === 'pointerup') clickOf(event)();
    });
  };
  addEventListener('click', suppress, options);
  for (const end of ['pointerup', 'pointercancel'] as const) addEventListener(end, onUp, { ...options, once: true });
}

/** What a click comes to: the focus as the button goes down, and the click, at its place on the page or in its row. */
function clickOf(event: MouseEvent): () => void {
  const { clientX, clientY, ctrlKey, metaKey, shiftKey, altKey } = event;
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-row]') : null;
  const belowTop = row && clientY - row.getBoundingClientRect().top;
  return () => {
    const rowNow = row && document.querySelector(`tr[data-row="${row.dataset.row}"]`);
    const y = rowNow && belowTop !== null ? rowNow.getBoundingClientRect().top + belowTop : clientY;
    const target = document.elementFromPoint(clientX, y);
    target?.closest<HTMLElement>(focusable)?.focus({ preventScroll: true });
    const where = { view: window, clientX, clientY: y, detail: 1, ctrlKey, metaKey, shiftKey, altKey };
    target?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, ...where }));
  };
}

function press({ key, code, shiftKey, repeat }: KeyboardEvent): void {
  if (key === 'Tab') {
    focusNext(shiftKey);
    return;
  }
  const target = document.activeElement ?? document.body;
  const again = new KeyboardEvent('keydown', {
    key,
    code,
    shiftKey,
    repeat,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  const isWanted = target.dispatchEvent(again);
  if (isWanted && key.length === 1 && target instanceof HTMLInputElement && target.type === 'text') type(target, key);
}

/** A key that a script sends types nothing by itself. */
function type(field: HTMLInputElement, text: string): void {
  const { selectionStart, selectionEnd, value } = field;
  field.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, 'end');
  field.dispatchEvent(new InputEvent('input', { data: text, inputType: 'insertText', bubbles: true }));
}

/** Where Tab goes from where the focus is. */
function focusNext(isBackwards: boolean): void {
  const stops = [...document.querySelectorAll<HTMLElement>(tabStops)].filter((stop) => stop.checkVisibility());
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops.at(isBackwards ? Math.max(at, 0) - 1 : at + 1)?.focus();
}
