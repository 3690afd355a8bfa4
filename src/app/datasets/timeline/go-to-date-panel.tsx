import './go-to-date-panel.css';
import { type FormEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { parseDate } from '../../../engine/query/time-values.ts';
import { navigate } from '../../address/location.ts';
import { urlOf } from '../../address/paths.ts';
import { fragmentOf } from '../../address/scroll-fragment.ts';
import type { View } from '../../address/view-params.ts';
import { RequestFailure } from '../../api/request-failure.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import { formatCount, readerLocales } from '../../ui/format/number-format.ts';
import type { List } from '../list/use-list.ts';
import { withList } from '../list/view-changes.ts';
import { failureWords } from '../notes/failure-words.ts';
import { dayNote, type FoundDay, findDay } from './find-day.ts';
import '../../ui/controls/later-controls.css';

export interface GoToDateProps {
  readonly view: View;
  readonly list: List;
  readonly userId: string | undefined;
  /** Rows in a page. */
  readonly pageSize: number;
  readonly onClose: () => void;
}

/** Asks for a date and goes to the page of its first row. What was found is said in the notes of that page. */
export function GoToDatePanel(props: GoToDateProps): ReactElement {
  const { view, list, pageSize, onClose } = props;
  const [error, setError] = useState<string>();
  const [request, setRequest] = useState<number>();
  const search = useRef<AbortController>(undefined);
  useEffect(() => () => search.current?.abort(), []);
  // A search is answered from what is loaded.
  const isPartial = view.q.trim() !== '' && list.isPartial;

  async function go(text: string): Promise<void> {
    const day = parseDate(text, Date.now());
    if (day === undefined) {
      setError('Choose a day, month and year.');
      return;
    }
    search.current?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    search.current = controller;
    setError(undefined);
    setRequest(0);
    try {
      const found = await findDay({ ...props, day, signal, onRequest: setRequest });
      if (found === undefined) setError(isPartial ? 'Nothing is loaded yet.' : 'There is no dataset to go to.');
      else arrive(found);
    } catch (problem) {
      if (signal.aborted) return;
      setError(wordsOf(problem));
    }
    setRequest(undefined);
  }
  function arrive(found: FoundDay): void {
    const offset = Math.floor(found.offset / pageSize) * pageSize;
    const to = { ...withList(view, { sort: [] }), offset };
    const order = view.sort.length === 0 ? '' : ` The list is ${view.desc ? 'newest' : 'oldest'} first again.`;
    const part = isPartial ? ' So far only a part of the list is loaded.' : '';
    const note = dayNote(found, { formatCount, formatDay }) + order + part;
    navigate(urlOf(to) + fragmentOf(found.offset - offset), { note });
    onClose();
  }
  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    void go(String(new FormData(event.currentTarget).get('date') ?? ''));
  }
  return (
    <form className="go-to-date" onSubmit={onSubmit} noValidate>
      <TextField
        label="Date"
        name="date"
        type="date"
        autoFocus
        defaultValue={firstDayOf(list)}
        error={error}
        hint={request === undefined ? 'The page of that day, in the order of creation.' : undefined}
      />
      <p aria-live="polite" className="go-to-date-progress">
        {request === undefined ? '' : request === 0 ? 'Looking for it…' : `Looking for it: request ${request}…`}
      </p>
      <Button variant="primary" type="submit" aria-busy={request !== undefined}>
        Go
      </Button>
    </form>
  );
}

function wordsOf(problem: unknown): string {
  if (!(problem instanceof RequestFailure)) return `It could not be looked for: ${String(problem)}`;
  const { title, text } = failureWords(problem, navigator.onLine);
  return `${title}. ${text}`;
}

/** The day of the first row on screen, as the field writes it. */
function firstDayOf({ shown }: List): string {
  const [row] = shown?.page.items ?? [];
  const date = new Date(row?.createdAt ?? Date.now());
  const year = date.getFullYear();
  if (!(year > 0 && year <= 9999)) return '';
  const parts = [String(year).padStart(4, '0'), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())];
  return parts.join('-');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function formatDay(timeMs: number): string {
  return new Intl.DateTimeFormat([...readerLocales()], { dateStyle: 'long' }).format(timeMs);
}
