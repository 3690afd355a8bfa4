import { type ReactElement, Suspense, useEffect, useRef, useState } from 'react';
import { navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import { showOnceThere } from '../../address/show-once-there.ts';
import type { View } from '../../address/view-params.ts';
import { later } from '../../browser/later.ts';
import { useSingleKeys } from '../../browser/single-keys.ts';
import { Icon } from '../../ui/controls/icon.tsx';
import { Kbd } from '../../ui/controls/kbd.tsx';
import { whenComposed } from '../../ui/controls/when-composed.ts';
import type { AskAhead } from '../list/use-ask-ahead.ts';
import { withList } from '../list/view-changes.ts';

// Nothing of it is needed before something is typed.
const SearchSuggestions = later(async () => (await import('./search-suggestions.tsx')).SearchSuggestions);

/**
 * What is searched for: each letter is in the field at once, and in the address with the rows that it finds. The first letter is a
 * step of the history, so that Back leaves the search; those after it are not.
 */
export function SearchField(props: { view: View; problem: string | undefined; askAhead: AskAhead }): ReactElement {
  const { view, problem, askAhead } = props;
  const input = useRef<HTMLInputElement>(null);
  const [isTyping, setTyping] = useState(false);
  const { q } = view;
  /** What is typed, until it is what is searched for. */
  const [typed, setTyped] = useState<string>();
  const text = typed ?? q;
  const { letters } = askAhead;
  /** Who has come here once may come again. */
  const mayType = useRef(false);
  useEffect(() => {
    if (mayType.current) letters(view);
  }, [letters, view]);
  useSingleKeys({
    '/': () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  function search(sought: string): void {
    const next = withList(view, { q: sought });
    setTyped(sought);
    // What is typed meanwhile stays.
    const giveUp = () => setTyped((text) => (text === sought ? undefined : text));
    showOnceThere(askAhead.rows(next), {
      show() {
        giveUp();
        // What was typed may have been taken back.
        if (sought !== q) navigate(urlOf(next), { replace: q !== '' });
      },
      giveUp,
    });
  }
  return (
    <>
      <label className="search">
        <Icon name="search" sizePx={14} />
        <input
          ref={input}
          type="search"
          aria-label="Search datasets"
          placeholder="Search datasets"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={text}
          aria-invalid={problem === undefined ? undefined : true}
          aria-description={problem}
          {...whenComposed({
            onText(sought) {
              setTyping(true);
              search(sought);
            },
            onDraft: setTyped,
          })}
          onFocus={() => {
            mayType.current = true;
            askAhead.search();
            letters(view);
          }}
          onBlur={() => setTyping(false)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setTyping(true);
            if (event.key === 'Escape' && text !== '') {
              event.preventDefault();
              // It is the word that is composed which the key gives up.
              if (!event.nativeEvent.isComposing) search('');
            }
          }}
        />
        <Kbd>/</Kbd>
      </label>
      {isTyping ? (
        <Suspense>
          <SearchSuggestions view={view} input={input} onSearch={search} />
        </Suspense>
      ) : null}
    </>
  );
}
