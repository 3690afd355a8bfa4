/** Whether a path belongs to the API; every other one belongs to the dashboard. */
export function isApiPath(path: string): boolean {
  return path === '/v2' || path.startsWith('/v2/');
}
