import type { ReactElement, ReactNode } from 'react';

export interface SwitchProps {
  /** Also the accessible name. */
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** The id of an element that says more about what the switch does. */
  readonly describedBy?: string;
}

/** On or off, at once: a native checkbox in the role of a switch. */
export function Switch({ label, checked, onChange, disabled, describedBy }: SwitchProps): ReactElement {
  return (
    <label className="switch">
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says by itself whether it is checked.
        role="switch"
        checked={checked}
        disabled={disabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
