import { type MouseEvent, type ReactElement, useState } from 'react';
import { navigate } from '../../address/location.ts';
import { canonicalAddress } from '../../address/paths.ts';
import { announce } from '../../browser/announce.ts';
import { Button } from '../../ui/controls/button.tsx';
import { CopyButton } from '../../ui/controls/copy-button.tsx';
import { Icon } from '../../ui/controls/icon.tsx';
import { TextField } from '../../ui/controls/text-field.tsx';
import { maxNameChars, type SavedView, savedViews, viewName, whyNotNamed, withName } from './saved-views.ts';
import '../../ui/controls/later-controls.css';

interface LineProps {
  readonly view: SavedView;
  readonly views: readonly SavedView[];
  /** Whether it is what is on screen. */
  readonly isCurrent: boolean;
  readonly onOpened: () => void;
  readonly onDelete: () => void;
}

/** A saved view: a link that opens it, and what can be done with it. */
export function ViewLine(props: LineProps): ReactElement {
  const { view, views, isCurrent, onOpened, onDelete } = props;
  const [isRenamed, setIsRenamed] = useState(false);
  if (isRenamed) {
    return (
      <RenameLine
        view={view}
        views={views}
        onDone={(name) => {
          setIsRenamed(false);
          focusSoon(`Rename ${name}`);
        }}
      />
    );
  }
  function open(event: MouseEvent): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { address, note } = canonicalAddress(new URL(view.address, window.location.origin));
    navigate(address, note === undefined ? {} : { note });
    onOpened();
  }
  return (
    <li className="views-line">
      <a href={view.address} title={view.name} aria-current={isCurrent ? 'page' : undefined} onClick={open}>
        {view.name}
      </a>
      {isCurrent ? <Icon name="check" sizePx={14} /> : null}
      <CopyButton text={window.location.origin + view.address} label={`Copy link to ${view.name}`} iconOnly />
      <Button variant="quiet" aria-label={`Rename ${view.name}`} onClick={() => setIsRenamed(true)}>
        Rename
      </Button>
      <Button variant="quiet" square aria-label={`Delete ${view.name}`} title="Delete" onClick={onDelete}>
        <Icon name="close" sizePx={14} />
      </Button>
    </li>
  );
}

/** Another name for a view: Enter keeps it, Escape does not. */
function RenameLine(props: {
  view: SavedView;
  views: readonly SavedView[];
  onDone: (name: string) => void;
}): ReactElement {
  const { view, views, onDone } = props;
  const [name, setName] = useState(view.name);
  const problem = whyNotNamed(views, name, view);
  function keep(): void {
    // Another tab may have given the name away since this was drawn.
    const stored = savedViews.get();
    if (whyNotNamed(stored, name, view) !== undefined) return;
    savedViews.set(withName(stored, view, name));
    announce(`It is now called ${viewName(name)}.`);
    onDone(viewName(name));
  }
  return (
    <li>
      <form
        className="views-save"
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextField
          label={`New name of ${view.name}`}
          hideLabel
          value={name}
          error={problem}
          maxLength={maxNameChars}
          autoComplete="off"
          // The reader has asked for this field.
          autoFocus
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            // While a word is composed, it is that word which the key gives up.
            if (!event.nativeEvent.isComposing) onDone(view.name);
          }}
        />
        <Button type="submit">Rename</Button>
      </form>
    </li>
  );
}

/** Focuses a button by its name once the line has its buttons again: with another name it is another line. */
function focusSoon(name: string): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[aria-label="${CSS.escape(name)}"]`)?.focus());
}
