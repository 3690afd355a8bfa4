import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { TextField } from '../../ui/controls/text-field.tsx';
import { formatCount } from '../../ui/format/number-format.ts';
import { type Paging, readPageNumber } from '../list/paging.ts';

/** Which page this is, and a field to jump to another: Enter or leaving it goes there, Escape takes the typing back. */
export function PageField(props: {
  /** Of what the number is: "Page". */
  label: string;
  paging: Paging | undefined;
  onPage: (page: number) => void;
}): ReactElement {
  const { label, paging, onPage } = props;
  // What is being typed; otherwise the field says what the address does.
  const [draft, setDraft] = useState<string>();
  const current = paging ? formatCount(paging.pageNumber) : '';

  function commit(): void {
    const page = draft === undefined ? undefined : readPageNumber(draft);
    setDraft(undefined);
    if (paging === undefined || page === undefined) return;
    if (Math.max(1, Math.min(page, paging.pageCount)) !== paging.pageNumber) onPage(page);
  }
  function onKeyDown(event: KeyboardEvent): void {
    // The key is for the number that is composed.
    if (event.nativeEvent.isComposing) return;
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
      disabled={paging === undefined}
      value={draft ?? current}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  );
}
