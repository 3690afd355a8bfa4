import { type ReactElement, useId, useRef, useState } from 'react';
import { useStoredValue } from '../../browser/stored-value.ts';
import type { ExportFormat } from '../../collection/engine/export/layout-of.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Segmented } from '../../ui/controls/segmented.tsx';
import { Dialog } from '../../ui/floats/dialog.tsx';
import { formatCount } from '../../ui/format/number-format.ts';
import type { ExportProps } from './export-button.tsx';
import { exportedFields } from './export-columns.ts';
import './export-dialog.css';
import { columnPreferences } from '../list/list-preferences.ts';
import { type ExportScope, exportScopeOf } from './export-scope.ts';
import { ExportStatus } from './export-status.tsx';
import { type ExportTask, useExport } from './use-export.ts';
import '../../ui/controls/later-controls.css';

const formats = [
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
  { value: 'jsonl', label: 'JSONL' },
] as const;

const columnChoices = [
  { value: 'visible', label: 'Visible' },
  { value: 'all', label: 'All' },
] as const;

type Columns = (typeof columnChoices)[number]['value'];

/** What the view lists, all of it and in the order shown, as a file or on the clipboard. */
export function ExportDialog(props: ExportProps & { onClose: () => void }): ReactElement {
  const { view, list, onClose } = props;
  const [format, setFormat] = useState<ExportFormat>('csv');
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
