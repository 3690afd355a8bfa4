import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { formatCount } from '../ui/number-format.ts';
import { TextField } from '../ui/text-field.tsx';
import { readPageNumber } from './paging.ts';

/** Where one is by number, and a field to jump elsewhere: Enter or leaving it goes there, Escape takes the typing back. */
export function PageField(props: {
  /** Of what the number is: "Page". */
  label: string;
  /** Counted from 1; `undefined` while nothing is known of the list. */
  at: number | undefined;
  last: number;
  onGo: (number: number) => void;
}): ReactElement {
  const { label, at, last, onGo } = props;
  // What is being typed; otherwise the field says what the address does.
  const [draft, setDraft] = useState<string>();

  function commit(): void {
    const number = draft === undefined ? undefined : readPageNumber(draft);
    setDraft(undefined);
    if (number === undefined) return;
    const nearest = Math.max(1, Math.min(number, last));
    if (nearest !== at) onGo(nearest);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setDraft(undefined);
  }
  return (
    <TextField
      label={label}
      inline
      className="page-field"
      inputMode="numeric"
      autoComplete="off"
      enterKeyHint="go"
      disabled={at === undefined}
      value={draft ?? (at === undefined ? '' : formatCount(at))}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
