import { type ReactElement, Suspense, useEffect, useRef, useState } from 'react';
import { navigate } from '../location.ts';
import { urlOf } from '../paths.ts';
import { showOnceThere } from '../show-once-there.ts';
import { useSingleKeys } from '../single-keys.ts';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { later } from '../ui/later.ts';
import type { View } from '../view-params.ts';
import type { AskAhead } from './use-ask-ahead.ts';
import { withList } from './view-changes.ts';

// Nothing of it is needed before something is typed.
const SearchSuggestions = later(async () => (await import('./suggestions/search-suggestions.tsx')).SearchSuggestions);

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
    // Of a focus that came before the page worked, nobody is told.
    if (mayType.current || document.activeElement === input.current) letters(view);
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
    showOnceThere(askAhead.rows(next), {
      show() {
        setTyped(undefined);
        navigate(urlOf(next), { replace: q !== '' });
      },
      giveUp: () => setTyped(undefined),
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
          onChange={(event) => {
            setTyping(true);
            search(event.currentTarget.value);
          }}
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
              search('');
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
