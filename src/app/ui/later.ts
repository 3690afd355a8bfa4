import { type ComponentType, createElement, lazy, useEffect } from 'react';

/**
 * A part of the page that is loaded when it is first drawn. `orElse` stands in its place where it cannot be loaded. Without it there is
 * nothing in its place until it is drawn anew, when that is for want of a server; one that answers has other parts by now, so that the
 * page fails, and says so.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  orElse?: ComponentType<Props>,
): ComponentType<Props> {
  const asModule = (part: ComponentType<Props>) => ({ default: part });
  // The props of a lazy component are those of what it loads; its type works them out from refs too, of which there are none.
  const begin = () =>
    lazy(() =>
      load().then(asModule, async (error: unknown) => {
        if (orElse) return asModule(orElse);
        if (await hasServer()) throw error;
        return asModule(() => createElement(Nothing, { onGone: beginAnew }));
      }),
    ) as unknown as ComponentType<Props>;
  let part = begin();
  function beginAnew(): void {
    part = begin();
  }
  return (props) => createElement(part, props);
}

function Nothing({ onGone }: { readonly onGone: () => void }): null {
  useEffect(() => onGone, [onGone]);
  return null;
}

function hasServer(): Promise<boolean> {
  return fetch(location.href, { method: 'HEAD', cache: 'no-store' }).then(
    () => true,
    () => false,
  );
}
