import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import type { InvitationView } from '@okaeri/shared/team';
import { account, accountApi, loadAccount } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { request, ApiError } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Skeleton } from '../ui/states.tsx';
import { authPost } from './auth-client.ts';
import { AuthLayout } from './AuthLayout.tsx';
import { NewPasswordField } from './NewPasswordField.tsx';
import { Form } from '../ui/Form.tsx';

interface Opened {
  readonly token: string;
  readonly invitation: InvitationView;
}

/** The link of an invitation: people without an account make one, people who are signed in just join. */
export const JoinPage = (): JSX.Element => {
  const token = useMemo(() => location.hash.slice(1), []);
  const invitation = useMemo(
    () => createResource(() => request(accountApi.invitation.$post({ json: { token } }))),
    [token],
  );
  useEffect(() => void invitation.load(), [invitation]);
  const w = messages();
  const found = invitation.value.value;
  const fault = invitation.fault.value;
  if (fault !== null)
    return (
      <AuthLayout title={w.join.firstTitle}>
        <p class="note failed" role="alert">
          {faultText(fault)}
        </p>
        <a class="button" href="/console">
          {w.password.back}
        </a>
      </AuthLayout>
    );
  if (found === undefined)
    return (
      <AuthLayout title={w.join.firstTitle}>
        <Skeleton />
      </AuthLayout>
    );
  const isFirst = found.shopName === null;
  const me = account.value;
  return (
    <AuthLayout
      title={found.shopName === null ? w.join.firstTitle : w.join.title(found.shopName)}
      text={isFirst ? w.join.firstText : w.join.text(w.roles[found.role])}
    >
      {me ? (
        <KnownPerson token={token} email={me.email} />
      ) : (
        <NewPerson token={token} invitation={found} />
      )}
    </AuthLayout>
  );
};

function KnownPerson({ token, email }: { token: string; email: string }): JSX.Element {
  const { fault, isBusy, join } = useJoin();
  const w = messages().join;
  const leave = async (): Promise<void> => {
    await authPost('/sign-out', {});
    await loadAccount();
  };
  return (
    <div class="stack">
      <p>{w.as(email)}</p>
      {fault.value !== null && (
        <p class="note failed" role="alert">
          {fault.value}
        </p>
      )}
      <Button
        kind="primary"
        busy={isBusy.value}
        onClick={() => void join(() => request(accountApi['join-as'].$post({ json: { token } })))}
      >
        {w.accept}
      </Button>
      <Button kind="quiet" onClick={() => void leave()}>
        {w.other}
      </Button>
    </div>
  );
}

function NewPerson({ token, invitation }: Opened): JSX.Element {
  const name = useSignal('');
  const email = useSignal(invitation.email ?? '');
  const password = useSignal('');
  const { fault, isBusy, join } = useJoin();
  const w = messages();
  return (
    <Form
      class="stack"
      onSubmit={() => {
        const json = { token, name: name.value, email: email.value, password: password.value };
        void join(() => request(accountApi.join.$post({ json })));
      }}
    >
      <TextField
        label={w.join.name}
        autocomplete="name"
        required
        maxLength={LIMITS.personNameMax}
        value={name.value}
        onValue={(text) => (name.value = text)}
      />
      <TextField
        label={w.signIn.email}
        type="email"
        autocomplete="username"
        required
        readOnly={invitation.email !== null}
        value={email.value}
        onValue={(text) => (email.value = text)}
      />
      <NewPasswordField
        label={w.signIn.password}
        value={password.value}
        onValue={(text) => (password.value = text)}
      />
      {fault.value !== null && (
        <p class="note failed" role="alert">
          {fault.value}
        </p>
      )}
      <Button kind="primary" type="submit" busy={isBusy.value}>
        {w.join.submit}
      </Button>
    </Form>
  );
}

/** Does what the form says; afterwards the console begins anew, as somebody else. */
function useJoin() {
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const join = async (work: () => Promise<unknown>): Promise<void> => {
    isBusy.value = true;
    fault.value = null;
    try {
      await work();
      await loadAccount();
      // The token has done its work, and stays out of the history.
      location.replace('/console');
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      fault.value = faultText(error);
      isBusy.value = false;
    }
  };
  return { fault, isBusy, join };
}
