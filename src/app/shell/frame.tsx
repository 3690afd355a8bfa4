import type { ReactElement, ReactNode } from 'react';
import type { User } from '../../contract/user.ts';
import { Link } from '../address/link.tsx';
import { homeView, urlOf } from '../address/paths.ts';
import { Account } from './account.tsx';
import { KeysButton } from './keys-button.tsx';
import { Source } from './source.tsx';
import { ThemeMenu } from './theme-menu.tsx';

/** What every page stands in: the bar with the name, where the data are from and who is signed in, and the page below it. */
export function Frame(props: {
  /** Who the page's requests are made for, when that is known. */
  user: User | undefined;
  /** Buttons of the page, in the bar. */
  actions?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <div className="frame">
      <header className="top-bar">
        <Link className="mark" to={urlOf(homeView)}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M0 1h14v3H0zM0 5.5h10.5v3H0zM0 10h7v3H0z" />
          </svg>
          <span>Setlist</span>
        </Link>
        <Source />
        <span className="grow" />
        <KeysButton />
        {props.actions}
        <ThemeMenu />
        <Account user={props.user} />
      </header>
      <main className="page">{props.children}</main>
    </div>
  );
}
