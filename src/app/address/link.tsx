import type { ComponentProps, MouseEvent, ReactElement } from 'react';
import { navigate } from './location.ts';

/** A link to a page of the dashboard: a plain click stays in this document, every other one is the browser's. */
export function Link({
  to,
  ...rest
}: Omit<ComponentProps<'a'>, 'href' | 'onClick'> & { readonly to: string }): ReactElement {
  function onClick(event: MouseEvent): void {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(to);
  }
  return <a {...rest} href={to} onClick={onClick} />;
}
