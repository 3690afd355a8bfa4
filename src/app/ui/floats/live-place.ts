/** Where what is added can be heard, seen and selected: a modal dialog makes all of the page inert but itself. */
export function livePlace(): HTMLElement {
  return [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1) ?? document.body;
}
