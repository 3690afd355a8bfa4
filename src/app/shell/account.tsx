import type { ReactElement } from 'react';
import type { User } from '../../contract/user.ts';
import { pageSession, useSession } from '../api/session.ts';
import { Button } from '../ui/controls/button.tsx';

/** Who is signed in, and one click to sign out. Without a token there is nothing to sign out of. */
export function Account({ user }: { user: User | undefined }): ReactElement {
  const { token } = useSession();
  return (
    <>
      {user === undefined ? null : (
        <span className="account" title={`Signed in as ${user.username}`}>
          <span className="sr-only">Signed in as </span>
          <bdi translate="no">{user.username}</bdi>
        </span>
      )}
      {token === undefined ? null : (
        <Button variant="quiet" onClick={() => pageSession().signOut()}>
          Sign out
        </Button>
      )}
    </>
  );
}
