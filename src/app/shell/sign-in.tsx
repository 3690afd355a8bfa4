import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { User } from '../../contract/user.ts';
import { fetchUser, me } from '../api/queries.ts';
import { RequestFailure } from '../api/request-failure.ts';
import { apiHost, servedBy } from '../api/served-by.ts';
import { pageSession, useSession } from '../api/session.ts';
import { Button } from '../ui/controls/button.tsx';
import { TextField } from '../ui/controls/text-field.tsx';
import { ErrorNote } from '../ui/floats/error-note.tsx';
import './sign-in.css';
import '../ui/controls/later-controls.css';
import type { ServerInfo } from '../../contract/server-info.ts';
import { CopyButton } from '../ui/controls/copy-button.tsx';

/** The way in: asks for a token, tries it, and keeps it where the reader wants it kept. `refusal` is the 401 that led here. */
export function SignIn({ refusal }: { refusal: RequestFailure }): ReactElement {
  const { token } = useSession();
  return (
    <>
      <div className="list-head">
        <h1>Datasets</h1>
        <p role="status" className="status">
          {token === undefined ? 'Sign in to see them' : 'The token of this session is not accepted any more'}
        </p>
      </div>
      <div className="sign-in">
        <TokenForm />
        <TokenSource kind={servedBy()?.kind} />
        <p className="field-hint">
          The server’s own words: {refusal.message} (<code translate="no">{refusal.type}</code>)
        </p>
      </div>
    </>
  );
}

function TokenForm(): ReactElement {
  const [token, setToken] = useState('');
  const [onDevice, setOnDevice] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const attempt = useSignIn();
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (!attempt.isPending) attempt.mutate({ token: token.trim(), onDevice });
  }
  return (
    <form onSubmit={onSubmit}>
      <h2>Sign in to {apiHost()}</h2>
      {/* Password managers keep a password under a name: here that is the server's. */}
      <input hidden readOnly type="text" name="username" autoComplete="username" value={apiHost()} />
      <TextField
        label="API token"
        type={isShown ? 'text' : 'password'}
        name="token"
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        // The page is about this one field, and nothing before it is of use.
        autoFocus
        required
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
        error={errorText(attempt.error)}
      />
      <Check label="Show the token" checked={isShown} onChange={setIsShown} />
      <Check label="Keep me signed in on this device" checked={onDevice} onChange={setOnDevice} />
      <p className="field-hint">Otherwise the token is forgotten when this tab is closed.</p>
      <div className="sign-in-actions">
        <Button type="submit" variant="primary" aria-busy={attempt.isPending}>
          Sign in
        </Button>
        <WithoutToken />
      </div>
      <AttemptFailure failure={attempt.error} />
    </form>
  );
}

function Check(props: { label: string; checked: boolean; onChange: (checked: boolean) => void }): ReactElement {
  return (
    <label className="check-line">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      {props.label}
    </label>
  );
}

/** Back to who one is without a token, where the server allows that. */
function WithoutToken(): ReactElement | null {
  const { token } = useSession();
  const localUser = servedBy()?.user;
  if (token === undefined || !localUser) return null;
  return <Button onClick={() => pageSession().signOut()}>Go on without a token, as {localUser.username}</Button>;
}

/** Anything but a token that is wrong: that is said at the field. */
function AttemptFailure({ failure }: { failure: RequestFailure | null }): ReactElement | null {
  if (failure === null || failure.kind === 'unauthorized' || failure.kind === 'refused') return null;
  return (
    <div role="alert">
      <ErrorNote
        layout="bar"
        title="The token could not be tried"
        icon="warning"
        details={`${failure.type}: ${failure.message}`}
      />
    </div>
  );
}

function errorText(failure: RequestFailure | null): string | undefined {
  if (failure?.kind === 'unauthorized') return `The server does not accept this token: ${failure.message}.`;
  return failure?.kind === 'refused' ? `This cannot be a token: ${failure.message}` : undefined;
}

/** What a header can hold (RFC 9110, 5.5), without the spaces that come along when a token is copied. */
const tokenForm = /^[\x21-\x7e]+$/;

/** Asks the server whose the token is. A token that it knows begins a new session. */
function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ token }: { readonly token: string; readonly onDevice: boolean }) => whoseToken(token),
    onSuccess(user, { token, onDevice }) {
      pageSession().signIn(token, { onDevice });
      if (user !== undefined) client.setQueryData(me(token).queryKey, user);
    },
  });
}

/**
 * The user of a token; `undefined` when the server has no such question, or knows the token and does not tell whose it is, as one
 * with few permissions: then the list says what the token is good for.
 */
async function whoseToken(token: string): Promise<User | undefined> {
  if (!tokenForm.test(token)) {
    const message = 'it holds a space or a letter that no token has.';
    throw new RequestFailure({ kind: 'refused', status: 0, type: 'no-token', message });
  }
  try {
    return await fetchUser(token, AbortSignal.timeout(signInTimeoutMs));
  } catch (error) {
    if (error instanceof RequestFailure && (error.status === 404 || error.status === 403)) return undefined;
    throw error;
  }
}

const signInTimeoutMs = 30_000;

const command = 'npx setlist user add NAME';

/** Where a token comes from: that depends on what the server gets its datasets from. */
export function TokenSource({ kind }: { kind: ServerInfo['kind'] | undefined }): ReactElement {
  return (
    <section className="token-source">
      <h3>Where does a token come from?</h3>
      {kind === 'upstream' || kind === undefined ? (
        <p>
          From the server whose datasets these are. At Apify it is in Apify Console, under Settings → API &amp;
          Integrations.
        </p>
      ) : null}
      {kind === 'upstream' ? null : (
        <>
          <p>
            {kind === undefined ? 'A Setlist server' : 'This server'} makes one, on the computer that it runs on, with:
          </p>
          <p className="command">
            <code translate="no">{command}</code>
            <CopyButton text={command} label="Copy command" iconOnly />
          </p>
        </>
      )}
    </section>
  );
}
