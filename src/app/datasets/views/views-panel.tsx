import './views-panel.css';
import '../../ui/controls/later-controls.css';
import { type ReactElement, useRef, useState } from 'react';
import { urlOf } from '../../address/paths.ts';
import type { View } from '../../address/view-params.ts';
import { announce } from '../../browser/announce.ts';
import { useStoredValue } from '../../browser/stored-value.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import { withOffset } from '../list/view-changes.ts';
import {
  areViewsKept,
  maxNameChars,
  type SavedView,
  savedViews,
  viewName,
  whyNotSaved,
  withoutView,
  withView,
  withViewBack,
} from './saved-views.ts';
import { ViewLine } from './view-line.tsx';

/** A view that was just deleted, and where it was. */
interface Deleted {
  readonly view: SavedView;
  readonly index: number;
}

/** The views that the reader has named: to save the one on screen, and to open, rename, delete and share each. */
export function ViewsPanel({ view, onClose }: { view: View; onClose: () => void }): ReactElement {
  const views = useStoredValue(savedViews);
  const [deleted, setDeleted] = useState<Deleted>();
  const undo = useRef<HTMLButtonElement>(null);
  // A view is which list it is, not how far somebody has read in it.
  const address = urlOf(withOffset(view, 0));
  function remove(one: SavedView): void {
    setDeleted({ view: one, index: views.indexOf(one) });
    savedViews.set(withoutView(savedViews.get(), one));
    announce(`${one.name} is deleted. Undo is next.`);
    // The button that had the focus is gone with its line.
    requestAnimationFrame(() => undo.current?.focus());
  }
  function bringBack({ view: one, index }: Deleted): void {
    savedViews.set(withViewBack(savedViews.get(), one, index));
    setDeleted(undefined);
    announce(`${one.name} is back.`);
    requestAnimationFrame(() => linkOf(one.name)?.focus());
  }
  const lines = views.map((one) => (
    <ViewLine
      key={one.name}
      view={one}
      views={views}
      isCurrent={one.address === address}
      onOpened={onClose}
      onDelete={() => remove(one)}
    />
  ));
  if (deleted !== undefined) {
    lines.splice(
      deleted.index,
      0,
      <li key=" deleted" className="views-line">
        <span className="views-deleted">“{deleted.view.name}” is deleted</span>
        <Button ref={undo} variant="quiet" onClick={() => bringBack(deleted)}>
          Undo
        </Button>
      </li>,
    );
  }
  return (
    <div className="views-panel">
      <SaveView address={address} onSaved={() => setDeleted(undefined)} />
      {lines.length === 0 ? (
        <p className="views-none">No view is saved yet. A view keeps list, order and search of the address.</p>
      ) : (
        <ul aria-label="Saved views">{lines}</ul>
      )}
      {areViewsKept(views) ? null : (
        <p className="views-none">This browser keeps nothing for this site: views are gone when the page is left.</p>
      )}
    </div>
  );
}

function linkOf(name: string): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('.views-line a')].find((link) => link.textContent === name);
}

/** Names the address on screen. */
export function SaveView({ address, onSaved }: { address: string; onSaved: () => void }): ReactElement {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();
  function save(): void {
    // Another tab may have saved one since this was drawn.
    const views = savedViews.get();
    const why = whyNotSaved(views, { name, address });
    setProblem(why);
    if (why !== undefined) return;
    const saved = withView(views, { name, address });
    savedViews.set(saved);
    announce(`${viewName(name)} is saved${areViewsKept(saved) ? '' : ' until the page is left'}.`);
    setName('');
    onSaved();
  }
  return (
    <form
      className="views-save"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label="Name of this view"
        value={name}
        error={problem}
        maxLength={maxNameChars}
        autoComplete="off"
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <Button type="submit">Save</Button>
    </form>
  );
}
