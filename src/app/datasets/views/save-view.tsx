import { type ReactElement, useState } from 'react';
import { announce } from '../../browser/announce.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import { areViewsKept, maxNameChars, savedViews, viewName, whyNotSaved, withView } from './saved-views.ts';
import '../../ui/controls/later-controls.css';

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
