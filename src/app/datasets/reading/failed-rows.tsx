import { type ReactElement, useEffect } from 'react';
import { RequestFailure } from '../../api/request-failure.ts';
import { announce } from '../../browser/announce.ts';
import { Button } from '../../ui/controls/button.tsx';
import { OutlineIcon } from '../../ui/controls/icon.tsx';
import { laterIconOutlines } from '../../ui/controls/later-icon-outlines.ts';
import { formatCount } from '../../ui/format/number-format.ts';
import { failureWords } from '../notes/failure-words.ts';

/** Says in place of rows why they are not there, and asks for them again. */
export function FailedRows(props: { failure: unknown; from: number; to: number; onRetry: () => void }): ReactElement {
  const { failure, from, to, onRetry } = props;
  const why = failure instanceof RequestFailure ? failureWords(failure, navigator.onLine).title : String(failure);
  const text = `Rows ${formatCount(from + 1)}–${formatCount(to)} could not be loaded. ${why}.`;
  useEffect(() => announce(text), [text]);
  return (
    <>
      <OutlineIcon outline={laterIconOutlines.warning} />
      <span className="absent-text">{text}</span>
      <Button
        onClick={({ currentTarget }) => {
          // The button goes with the note: the focus stays on the row.
          currentTarget.closest('tr')?.focus({ preventScroll: true });
          onRetry();
        }}
      >
        Retry
      </Button>
    </>
  );
}
