import { pageSession } from '../../api/session.ts';
import { servedBy } from '../../shell/served-by.ts';

/** Whether a program that asks the API what this page asks needs a token. */
export function needsToken(): boolean {
  return pageSession().current().token !== undefined || !servedBy()?.user;
}
