import type { ReactElement } from 'react';

export interface SelectProps<Value extends string | number> {
  /** The accessible name; on screen too unless `hideLabel`. */
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** A native select. A `value` that is none of `options` is shown as it is, before them, so that nothing false is on screen. */
export function Select<Value extends string | number>(props: SelectProps<Value>): ReactElement {
  const { label, hideLabel = false, value, onChange } = props;
  const known = props.options.some((option) => option.value === value);
  const options = known ? props.options : [{ value, label: String(value) }, ...props.options];
  return (
    <label className="field-inline">
      <span className={hideLabel ? 'sr-only' : ''}>{label}</span>
      <select
        className="select"
        value={value}
        onChange={(event) => {
          const chosen = options[event.currentTarget.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
