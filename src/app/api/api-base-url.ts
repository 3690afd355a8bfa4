/** The API's origin for a dashboard that is hosted elsewhere (`SETLIST_API_URL` of the build); empty for the same origin. */
declare const __API_URL__: string;

/** Where the API is: an absolute address without a slash at its end. */
export function apiBaseUrl(): string {
  return (__API_URL__ === '' ? window.location.origin : __API_URL__).replace(/\/+$/, '');
}
