import { after } from '../../browser/after.ts';

/** Where the browser's own keys are the field's. */
const fields = 'input:not([type=radio], [type=checkbox]), select';
/** What the browser would scroll by, and the page moves by rows. */
const movingKeys = /^(?:Arrow.+|Page.+|Home|End| )$/;

/**
 * Keeps key presses, clicks and what is typed or chosen from now on: none is lost for having come before the page works. The focus
 * and the text of a field are the browser's to care for. Returns what tells the page of it, in order; from then on it hears for itself.
 */
export function keepInput(): () => Promise<void> {
  const kept: (() => void)[] = [];
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };

  function onKeyDown(event: KeyboardEvent): void {
    const { isTrusted, target, key, isComposing } = event;
    if (!isTrusted || isComposing || !(target instanceof Element)) return;
    event.stopImmediatePropagation();
    if (movingKeys.test(key) && !target.matches(`${fields}, button, a, label, label *`)) event.preventDefault();
    kept.push(() => target.dispatchEvent(new KeyboardEvent('keydown', event)));
  }
  function onClick(event: MouseEvent): void {
    const { isTrusted, target } = event;
    if (!isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    kept.push(() => target?.dispatchEvent(new MouseEvent('click', event)));
  }
  function onInput(event: Event): void {
    const { target } = event;
    // A word is kept once it is composed.
    if (!isField(target) || ('isComposing' in event && event.isComposing)) return;
    const { value } = target;
    kept.push(() => {
      // React compares with the value that it found; and a text that a script sets is not news to it.
      if ('setRangeText' in target) {
        target.value = '';
        target.setRangeText(value, 0, 0, 'end');
      } else target.value = value;
      target.dispatchEvent(new Event('change', { bubbles: true }));
    });
  }
  addEventListener('focusin', ({ target }) => isField(target) && 'select' in target && target.select(), options);
  addEventListener('keydown', onKeyDown, options);
  addEventListener('click', onClick, options);
  addEventListener('input', onInput, options);
  addEventListener('compositionend', onInput, options);
  return async () => {
    for (let act = kept.shift(); act; act = kept.shift()) {
      act();
      // The page draws what came of it, before the next.
      await after(0);
    }
    listening.abort();
  };
}

function isField(target: EventTarget | null): target is HTMLInputElement | HTMLSelectElement {
  return target instanceof Element && target.matches(fields);
}
