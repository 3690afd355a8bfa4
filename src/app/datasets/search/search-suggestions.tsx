import {
  type ReactElement,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Suggestion } from '../../../engine/query/query-suggestions.ts';
import { maxQueryChars } from '../../address/query-param.ts';
import type { View } from '../../address/view-params.ts';
import { announce } from '../../browser/announce.ts';
import { floatPosition } from '../../ui/floats/float-position.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import { acceptSuggestion, queryProblems, useSuggestions } from './use-suggestions.ts';
import './suggestions.css';

export interface SearchSuggestionsProps {
  readonly view: View;
  /** The search field, which keeps the focus all the time. */
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onSearch: (text: string) => void;
}

/** Under the search field while it is typed into: what can come next, and what of it is not understood. */
export function SearchSuggestions({ view, input, onSearch }: SearchSuggestionsProps): ReactElement {
  const { q } = view;
  const listId = useId();
  const [isOpen, setOpen] = useState(true);
  const [active, setActive] = useState(-1);
  const caret = useCaret(input, q);
  const { suggestions, isPartial } = useSuggestions(view, { caret, isOpen });
  const problems = isOpen ? queryProblems(q, caret) : [];
  const at = Math.min(active, suggestions.length - 1);
  const box = useBox(input, suggestions.length + problems.length > 0);
  const nextCaret = useRef<number>(undefined);
  useLayoutEffect(() => {
    // The text must be in the field before the caret can be behind it.
    if (nextCaret.current !== undefined && input.current?.value === q) {
      input.current.setSelectionRange(nextCaret.current, nextCaret.current);
      nextCaret.current = undefined;
    }
  }, [q, input]);
  function accept(suggestion: Suggestion): void {
    const completed = acceptSuggestion(q, suggestion);
    if (completed.text.length > maxQueryChars) return;
    nextCaret.current = completed.caret;
    setActive(-1);
    onSearch(completed.text);
  }
  useFieldKeys(input, {
    isOpen: suggestions.length + problems.length > 0,
    active: suggestions[at],
    onOpen: () => setOpen(true),
    onClose: () => {
      setOpen(false);
      setActive(-1);
    },
    onMove: (step) => setActive(placeAfter(at, step, suggestions.length)),
    onAccept: accept,
  });
  useFieldRelations(input, { listId, activeId: at < 0 ? undefined : `${listId}${at}`, count: suggestions.length });
  return (
    <div ref={box} className="popover suggestions" popover="manual">
      <div id={listId} role="listbox" aria-label="Suggestions">
        {suggestions.map((suggestion, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard stays in the search field, whose keys choose here.
          <div
            key={suggestion.insert}
            id={`${listId}${place}`}
            role="option"
            aria-selected={place === at}
            tabIndex={-1}
            // The focus stays in the field.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => accept(suggestion)}
          >
            <bdi translate="no">{suggestion.insert}</bdi>
            <span>
              {suggestion.count === undefined
                ? suggestion.hint
                : `${formatCount(suggestion.count)}${isPartial ? '+' : ''}`}
            </span>
          </div>
        ))}
      </div>
      {problems.map(({ text, problem }) => (
        <p key={text} className="suggestions-problem">
          <code translate="no">{text}</code> {problem}
        </p>
      ))}
    </div>
  );
}

/** One further, with a place before the first one where none is chosen. */
function placeAfter(at: number, step: 1 | -1, count: number): number {
  const next = at + step;
  return next < -1 ? count - 1 : next >= count ? -1 : next;
}

function useCaret(input: SearchSuggestionsProps['input'], q: string): number {
  const [caret, setCaret] = useState(q.length);
  useEffect(() => {
    const read = () => setCaret(input.current?.selectionEnd ?? 0);
    read();
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [input]);
  return Math.min(caret, q.length);
}

/** The keys of the field that choose, before the field's own meaning of them. */
function useFieldKeys(
  input: SearchSuggestionsProps['input'],
  options: {
    readonly isOpen: boolean;
    readonly active: Suggestion | undefined;
    readonly onOpen: () => void;
    readonly onClose: () => void;
    readonly onMove: (step: 1 | -1) => void;
    readonly onAccept: (suggestion: Suggestion) => void;
  },
): void {
  const { isOpen, active, onOpen, onClose, onMove, onAccept } = options;
  const actionOf = (key: string): (() => void) | undefined => {
    if (active !== undefined && (key === 'Enter' || key === 'Tab')) return () => onAccept(active);
    if (key === 'ArrowDown') return isOpen ? () => onMove(1) : onOpen;
    if (!isOpen) return undefined;
    return key === 'ArrowUp' ? () => onMove(-1) : key === 'Escape' ? onClose : undefined;
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) {
      // The key is for the word that is composed: Escape gives that up, and not the search.
      if (event.key === 'Escape') event.preventDefault();
      event.stopPropagation();
      return;
    }
    const isOthers = event.ctrlKey || event.metaKey || event.shiftKey;
    const action = isOthers ? undefined : actionOf(event.key);
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  });
  const onInput = useEffectEvent(onOpen);
  useEffect(() => {
    const field = input.current;
    const typed = () => onInput();
    field?.addEventListener('keydown', onKey);
    field?.addEventListener('input', typed);
    return () => {
      field?.removeEventListener('keydown', onKey);
      field?.removeEventListener('input', typed);
    };
  }, [input]);
}

/** Tells who listens what the list is, and which of its lines is chosen while the focus stays in the field. */
function useFieldRelations(
  input: SearchSuggestionsProps['input'],
  options: { readonly listId: string; readonly activeId: string | undefined; readonly count: number },
): void {
  const { listId, activeId, count } = options;
  useLayoutEffect(() => {
    const field = input.current;
    field?.setAttribute('aria-autocomplete', 'list');
    field?.setAttribute('aria-controls', listId);
    return () => {
      field?.removeAttribute('aria-autocomplete');
      field?.removeAttribute('aria-controls');
    };
  }, [input, listId]);
  useLayoutEffect(() => {
    const field = input.current;
    if (activeId === undefined) field?.removeAttribute('aria-activedescendant');
    else field?.setAttribute('aria-activedescendant', activeId);
    return () => field?.removeAttribute('aria-activedescendant');
  }, [input, activeId]);
  const isSome = count > 0;
  useEffect(() => {
    if (isSome) announce('Suggestions: the arrow keys choose one');
  }, [isSome]);
}

/** The box under the field, shown while there is something in it. */
function useBox(input: SearchSuggestionsProps['input'], isShown: boolean): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [element, field] = [box.current, input.current?.closest('label')];
    if (!element || !field) return;
    // With the frame: where things are is known then, and asked for before it the page is laid out twice.
    const frame = requestAnimationFrame(() => {
      if (element.matches(':popover-open') !== isShown) element.togglePopover(isShown);
      if (isShown) placeUnder(field, element);
    });
    return () => cancelAnimationFrame(frame);
  });
  return box;
}

function placeUnder(field: HTMLElement, element: HTMLElement): void {
  const anchor = field.getBoundingClientRect();
  element.style.minWidth = `${anchor.width}px`;
  const { left, top } = floatPosition({
    anchor,
    size: { width: element.offsetWidth, height: 0 },
    viewport: { width: document.documentElement.clientWidth, height: innerHeight },
    align: getComputedStyle(field).direction === 'rtl' ? 'right' : 'left',
    gapPx: 4,
  });
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.maxHeight = `${innerHeight - top - 8}px`;
}
