import type { ReactElement } from 'react';
import { Button } from '../../ui/controls/button.tsx';
import { formatCount } from '../../ui/format/number-format.ts';
import type { ListCollection } from '../list/use-collection.ts';
import { loadTimeText } from '../notes/load-time-text.ts';
import type { ExportJob } from './use-export.ts';

/** How the export stands, and what became of it. */
export function ExportStatus(props: {
  job: ExportJob;
  collection: ListCollection;
  onCopyAgain: () => void;
  onCancel: () => void;
}): ReactElement {
  const { job, collection, onCopyAgain, onCancel } = props;
  const progress = progressOf(job, collection);
  const outcome = outcomeOf(job);
  return (
    <div className="export-status">
      {progress === undefined ? null : (
        <>
          <progress aria-label={progress.what} value={progress.value} max={progress.max} />
          <span>{progress.text}</span>
          <Button onClick={onCancel}>Cancel</Button>
        </>
      )}
      {/* It stays in the document, so that what comes is read out. */}
      <p aria-live="polite" className={job.name === 'failed' ? 'export-failed' : undefined}>
        {outcome}
      </p>
      {job.name === 'uncopied' ? <Button onClick={onCopyAgain}>Copy now</Button> : null}
    </div>
  );
}

interface Progress {
  readonly what: string;
  readonly text: string;
  /** `undefined` while it is not known how far it is. */
  readonly value: number | undefined;
  readonly max: number;
}

function progressOf(job: ExportJob, { state }: ListCollection): Progress | undefined {
  if (job.name === 'writing') {
    const { rows, matching } = job;
    const max = Math.max(1, matching ?? 0);
    return { what: 'Export', text: matching === undefined ? '' : share(rows, matching), value: rows, max };
  }
  if (job.name !== 'loading') return undefined;
  const { total, progress } = state;
  if (progress === undefined || total === undefined) {
    return { what: 'Loading', text: 'Loading the list…', value: undefined, max: 1 };
  }
  const text = `${share(progress.rows, total)} loaded, ${loadTimeText(progress, state)}`;
  return { what: 'Loading', text, value: progress.rows, max: Math.max(1, total) };
}

function share(rows: number, total: number): string {
  return `${formatCount(rows)} of ${formatCount(total)}`;
}

function outcomeOf(job: ExportJob): string {
  switch (job.name) {
    case 'saved':
      return `Saved: ${rowsText(job.rows)}, as ${job.fileName}`;
    case 'copied':
      return `Copied: ${rowsText(job.rows)}.`;
    case 'uncopied':
      return 'Your browser did not let it be copied. It is ready: copy it now.';
    case 'given-up':
      return 'Cancelled. Nothing was saved or copied.';
    case 'failed':
      return job.message;
    default:
      return '';
  }
}

function rowsText(rows: number): string {
  return `${formatCount(rows)} ${rows === 1 ? 'dataset' : 'datasets'}`;
}
