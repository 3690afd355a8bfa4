import { type ComponentType, lazy } from 'react';

/**
 * A part of the page that is loaded when it is first drawn. `orElse` stands in its place where it cannot be loaded, because the server
 * is gone; without it the page fails, and says so.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  orElse?: ComponentType<Props>,
): ComponentType<Props> {
  const asModule = (part: ComponentType<Props>) => ({ default: part });
  // The props of a lazy component are those of what it loads; its type works them out from refs too, of which there are none.
  return lazy(() => load().then(asModule, orElse && (() => asModule(orElse)))) as unknown as ComponentType<Props>;
}
