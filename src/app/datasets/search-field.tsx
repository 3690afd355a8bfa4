import { type ReactElement, Suspense, useRef, useState } from 'react';
import { navigate } from '../location.ts';
import { urlOf } from '../paths.ts';
import { useSingleKeys } from '../single-keys.ts';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { later } from '../ui/later.ts';
import type { View } from '../view-params.ts';
import { withList } from './view-changes.ts';

// Nothing of it is needed before something is typed.
const SearchSuggestions = later(async () => (await import('./suggestions/search-suggestions.tsx')).SearchSuggestions);

/**
 * What is searched for: the address has it at every letter. The first letter is a step of the history, so that Back leaves the
 * search; those after it are not.
 */
export function SearchField({ view, problem }: { view: View; problem: string | undefined }): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  const [isTyping, setTyping] = useState(false);
  const { q } = view;
  useSingleKeys({
    '/': () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  function search(text: string): void {
    navigate(urlOf(withList(view, { q: text })), { replace: q !== '' });
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
          value={q}
          aria-invalid={problem === undefined ? undefined : true}
          aria-description={problem}
          onChange={(event) => {
            setTyping(true);
            search(event.currentTarget.value);
          }}
          onBlur={() => setTyping(false)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setTyping(true);
            if (event.key === 'Escape' && q !== '') {
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
