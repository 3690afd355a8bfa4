import { type ReactElement, useId, useState } from 'react';
import type { RangeEnds } from './range-ends.ts';

/** Two fields for the ends of a range. An end is taken with Enter, or when its field is left; a whole date at once. */
export function RangeFields(props: {
  type: 'number' | 'date';
  ends: RangeEnds;
  onChange: (ends: RangeEnds) => void;
}): ReactElement {
  const { type, ends, onChange } = props;
  return (
    <div className={`filter-range filter-range-${type}`}>
      <EndField label="From" type={type} value={ends.from} onTake={(from) => onChange({ ...ends, from })} />
      <EndField label="To" type={type} value={ends.to} onTake={(to) => onChange({ ...ends, to })} />
    </div>
  );
}

function EndField(props: {
  label: string;
  type: 'number' | 'date';
  value: string;
  onTake: (value: string) => void;
}): ReactElement {
  const { label, type, value, onTake } = props;
  const id = useId();
  // What is being typed, until it is taken.
  const [draft, setDraft] = useState<string>();
  function take(text: string | undefined): void {
    setDraft(undefined);
    if (text !== undefined && text !== value) onTake(text);
  }
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={type}
        min={type === 'number' ? 0 : undefined}
        step={type === 'number' ? 1 : undefined}
        inputMode={type === 'number' ? 'numeric' : undefined}
        placeholder={type === 'number' ? 'any' : undefined}
        value={draft ?? value}
        onChange={({ currentTarget }) => {
          if (type === 'date' && isWholeDate(currentTarget.value)) take(currentTarget.value);
          else setDraft(currentTarget.value);
        }}
        onBlur={() => take(draft)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(draft);
        }}
      />
    </>
  );
}

/** A year that is being typed is one of the first thousand on its way. */
function isWholeDate(text: string): boolean {
  return text >= '1000';
}
