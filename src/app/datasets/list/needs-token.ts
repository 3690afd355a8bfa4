import { servedBy } from '../../api/served-by.ts';
import { pageSession } from '../../api/session.ts';

/** Whether a program that asks the API what this page asks needs a token. */
export function needsToken(): boolean {
  return pageSession().current().token !== undefined || !servedBy()?.user;
}
