/** An element of the prerendered page. Throws where there is none: that page is another one. */
export function findIn<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(`No ${selector}.`);
  return found;
}
