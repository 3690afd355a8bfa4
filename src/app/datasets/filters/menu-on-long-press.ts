import { rowOf } from '../../table/body/use-current-row.ts';

/** Before a finger that rests begins to select text, which takes 500 ms on iOS. */
const pressMs = 450;
/** A finger that moves further scrolls. */
const mostMovePx = 10;

/**
 * A finger that rests on a row asks for its menu, as the second button of a mouse does. Some browsers tell of it by themselves, others,
 * as those on iOS, do not.
 */
export function menuOnLongPress(): void {
  let press = new AbortController();
  document.addEventListener('pointerdown', ({ pointerType, isPrimary, target, clientX, clientY }) => {
    // Another finger beside it zooms.
    press.abort();
    if (pointerType !== 'touch' || !isPrimary || !(target instanceof Element) || !rowOf(target)) return;
    press = new AbortController();
    const { signal } = press;
    const end = () => press.abort();
    const timer = setTimeout(() => {
      end();
      // Who has begun to select text goes on with that.
      if (getSelection()?.isCollapsed === false) return;
      const init = { bubbles: true, cancelable: true, button: 2, clientX, clientY };
      if (!target.dispatchEvent(new MouseEvent('contextmenu', init))) holdBack();
    }, pressMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
    for (const type of ['pointerup', 'pointercancel', 'contextmenu']) document.addEventListener(type, end, { signal });
    const onMove = (event: PointerEvent) => {
      if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > mostMovePx) end();
    };
    document.addEventListener('pointermove', onMove, { signal });
  });
}

/** Nothing more comes of a press that has brought the menu up: no text is selected, no other menu opened, and nothing clicked. */
function holdBack(): void {
  const held = new AbortController();
  const options = { capture: true, signal: held.signal };
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  for (const type of ['selectstart', 'contextmenu', 'touchend']) document.addEventListener(type, stop, options);
  for (const type of ['touchend', 'touchcancel']) document.addEventListener(type, () => held.abort(), options);
}
