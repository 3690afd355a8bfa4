import { type ComponentProps, type ReactElement, type ReactNode, useId } from 'react';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id'> {
  /** The accessible name; on screen too unless `hideLabel`. */
  readonly label: string;
  readonly hideLabel?: boolean;
  /** `inline`: the label stands before the field, not above it. */
  readonly inline?: boolean;
  /** A line below the field that says what is expected; read out with the field. */
  readonly hint?: ReactNode;
  /** What is wrong with the value; marks the field invalid and is read out with it. */
  readonly error?: ReactNode;
}

/** A labelled native input. */
export function TextField(props: TextFieldProps): ReactElement {
  const { label, hideLabel = false, inline = false, hint, error, className = '', ...rest } = props;
  const id = useId();
  const notes = [hint ? `${id}hint` : '', error ? `${id}error` : ''].join(' ').trim();
  return (
    <div className={inline ? 'field-inline' : 'field'}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : ''}>
        {label}
      </label>
      <input
        type="text"
        {...rest}
        id={id}
        className={`input ${className}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={notes || undefined}
      />
      {hint ? (
        <p id={`${id}hint`} className="field-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}error`} className="field-error">
          {error}
        </p>
      ) : null}
    </div>
  );
}
