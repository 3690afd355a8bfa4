import type { ReactElement } from 'react';
import type { ListView } from '../../../contract/list-params.ts';
import { pageAt } from '../../address/paths.ts';
import { isAsked } from '../../address/view-params.ts';
import { apiBaseUrl } from '../../api/api-base-url.ts';
import { needsToken } from '../../api/served-by.ts';
import { CopyButton } from '../../ui/controls/copy-button.tsx';
import { Dialog } from '../../ui/floats/dialog.tsx';
import { snippetsOf } from './snippets.ts';
import './api-dialog.css';

const clients = { curl: '', JavaScript: 'apify-client from npm', Python: 'apify-client from PyPI' } as const;

/** What is on screen, for a program: the same page of the same list. */
export function ApiDialog(props: { view: ListView; onClose: () => void }): ReactElement {
  const { onClose } = props;
  const view = { ...props.view, ...placeNow() };
  const isTokenNeeded = needsToken();
  return (
    <Dialog title="This view from a program" size="wide" onClose={onClose}>
      <div className="snippets">
        <p>
          {isTokenNeeded
            ? 'Put your own token in the place of YOUR_API_TOKEN.'
            : 'Requests from this computer need no token; from elsewhere put one in the place of YOUR_API_TOKEN.'}
          {view.ownership === 'all' ? '' : ' The Python client takes “ownership” in its releases since April 2026.'}
        </p>
        {snippetsOf(view, { baseUrl: apiBaseUrl(), needsToken: isTokenNeeded }).map(({ language, code }) => (
          <section key={language}>
            <header>
              <h3>{language}</h3>
              <span>{clients[language]}</span>
              <CopyButton text={code} label={`Copy ${language}`} />
            </header>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be in the keyboard's reach. */}
            <pre tabIndex={0}>
              <code translate="no">{code}</code>
            </pre>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** Where the list is by now: a continuous scroll changes the address and not the view. */
function placeNow(): Partial<Pick<ListView, 'offset'>> {
  const page = pageAt(window.location);
  return page.name === 'datasets' && !isAsked(page.view) ? { offset: page.view.offset } : {};
}
