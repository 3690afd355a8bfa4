import './export-dialog.css';
import '../../ui/controls/later-controls.css';
import { type ReactElement, useId, useRef, useState } from 'react';
import { type ExportFormatId, exportFormat, exportFormats } from '../../../engine/export/export-formats.ts';
import { useStoredValue } from '../../browser/stored-value.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Segmented } from '../../ui/controls/segmented.tsx';
import { Dialog } from '../../ui/floats/dialog.tsx';
import { formatCount } from '../../ui/format/number-format.ts';
import { columnPreferences } from '../list/list-preferences.ts';
import type { ListCollection } from '../list/use-collection.ts';
import { loadTimeText } from '../notes/load-time-text.ts';
import { exportedFields } from './export-columns.ts';
import { type ExportScope, exportScopeOf } from './export-scope.ts';
import { type ExportJob, type ExportProps, type ExportTask, useExport } from './use-export.ts';

const formats = (Object.keys(exportFormats) as ExportFormatId[]).map((value) => ({
  value,
  label: exportFormat(value).label,
}));

const columnChoices = [
  { value: 'visible', label: 'Visible' },
  { value: 'all', label: 'All' },
] as const;

type Columns = (typeof columnChoices)[number]['value'];

/** What the view lists, all of it and in the order shown, as a file or on the clipboard. */
export function ExportDialog(props: ExportProps & { onClose: () => void }): ReactElement {
  const { view, list, onClose } = props;
  const [format, setFormat] = useState<ExportFormatId>('csv');
  const [columns, setColumns] = useState<Columns>('visible');
  const [isPartWanted, setIsPartWanted] = useState(false);
  const preferences = useStoredValue(columnPreferences);
  const { job, start, copyAgain, cancel } = useExport(props);
  const save = useRef<HTMLButtonElement>(null);
  const costId = useId();
  const scope = exportScopeOf(view, list);
  const part = isPartWanted ? scope.part : undefined;
  const isBusy = job.name === 'loading' || job.name === 'writing';
  const fields = exportedFields(columns, preferences);
  function begin(to: ExportTask['to']): void {
    if (!isBusy) start({ to, format, fields, isPart: part !== undefined });
  }
  return (
    <Dialog title="Export" onClose={onClose}>
      <div className="export">
        <p>
          {scope.sentence} <span className={scope.isAll ? 'chip' : 'chip chip-part'}>{scope.text}</span>
        </p>
        <fieldset disabled={isBusy}>
          <ExportChoice label="Format">
            <Segmented label="Format" options={formats} value={format} onChange={setFormat} />
          </ExportChoice>
          <ExportChoice label="Columns">
            <Segmented label="Columns" options={columnChoices} value={columns} onChange={setColumns} />
          </ExportChoice>
          <PartChoice scope={scope} isPart={part !== undefined} onChange={setIsPartWanted} />
        </fieldset>
        {scope.isAll ? null : (
          <p id={costId} className="export-cost">
            {part === undefined ? scope.cost : 'Only a part of the list. The name of the file says so.'}
          </p>
        )}
        <div className="export-actions">
          <Button
            ref={save}
            variant="primary"
            aria-disabled={isBusy}
            aria-describedby={scope.isAll ? undefined : costId}
            onClick={() => begin('file')}
          >
            Save
          </Button>
          <Button aria-disabled={isBusy} onClick={() => begin('clipboard')}>
            Copy
          </Button>
        </div>
        <ExportStatus
          job={job}
          collection={list.collection}
          onCopyAgain={copyAgain}
          onCancel={() => {
            cancel();
            // The button that had the focus is gone.
            save.current?.focus();
          }}
        />
      </div>
    </Dialog>
  );
}

function ExportChoice({ label, children }: { label: string; children: ReactElement }): ReactElement {
  return (
    <div className="export-choice">
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  );
}

/** All of the list or what is loaded of it, where that is not the same. */
function PartChoice(props: {
  scope: ExportScope;
  isPart: boolean;
  onChange: (isPart: boolean) => void;
}): ReactElement | null {
  const { scope, isPart, onChange } = props;
  const { part } = scope;
  if (scope.isAll || part === undefined) return null;
  return (
    <ExportChoice label="Datasets">
      <Segmented
        label="Datasets"
        options={[
          { value: 'all', label: `All ${formatCount(part.total)}` },
          { value: 'part', label: `The ${formatCount(part.rows)} loaded` },
        ]}
        value={isPart ? 'part' : 'all'}
        onChange={(value) => onChange(value === 'part')}
      />
    </ExportChoice>
  );
}

/** How the export stands, and what became of it. */
function ExportStatus(props: {
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
