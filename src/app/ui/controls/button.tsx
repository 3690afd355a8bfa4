import type { ComponentProps, ReactElement } from 'react';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `default` has an outline, `quiet` none, `primary` is the one action that a page or dialog is about. */
  readonly variant?: 'default' | 'quiet' | 'primary';
  /** As wide as high, for an icon alone; give it an `aria-label`. */
  readonly square?: boolean;
}

/** A native button, 28 px high; `type` is `button` unless said otherwise. */
export function Button({ variant = 'default', square = false, className = '', ...rest }: ButtonProps): ReactElement {
  const classes = `btn btn-${variant} ${square ? 'btn-square' : ''} ${className}`;
  return <button type="button" {...rest} className={classes} />;
}
