import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { loadAccount } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { ApiError } from '../lib/request.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { authPost } from './auth-client.ts';
import { AuthLayout } from './AuthLayout.tsx';
import { NewPasswordField } from './NewPasswordField.tsx';
import { Form } from '../ui/Form.tsx';

/** A new password: with the token of a link one is chosen, without it a link is asked for. */
export const NewPasswordPage = (): JSX.Element => {
  const token = location.hash.slice(1);
  return token === '' ? <AskForLink /> : <Choose token={token} />;
};

function AskForLink(): JSX.Element {
  const email = useSignal('');
  const said = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const w = messages().password;
  const send = async (): Promise<void> => {
    isBusy.value = true;
    try {
      const path = '/request-password-reset';
      const { mail } = await authPost<{ mail: boolean }>(path, { email: email.value });
      said.value = mail ? w.sent : w.noMail;
    } catch (error) {
      // Whatever else was answered: nobody is told which addresses have an account.
      said.value = error instanceof ApiError ? faultText(error) : w.sent;
    } finally {
      isBusy.value = false;
    }
  };
  return (
    <AuthLayout title={w.askTitle} text={w.askText}>
      <Form class="stack" onSubmit={() => void send()}>
        <TextField
          label={messages().signIn.email}
          type="email"
          autocomplete="username"
          required
          value={email.value}
          onValue={(text) => (email.value = text)}
        />
        {said.value !== null && (
          <p class="note" role="status">
            {said.value}
          </p>
        )}
        <Button kind="primary" type="submit" busy={isBusy.value}>
          {w.send}
        </Button>
        <a class="center" href="/console">
          {w.back}
        </a>
      </Form>
    </AuthLayout>
  );
}

const Choose = ({ token }: { token: string }): JSX.Element => {
  const password = useSignal('');
  const fault = useSignal<string | null>(null);
  const state = useSignal<'open' | 'busy' | 'done'>('open');
  const w = messages().password;
  const set = async (): Promise<void> => {
    state.value = 'busy';
    fault.value = null;
    try {
      await authPost('/reset-password', { newPassword: password.value, token });
      // Every session has ended, this browser's too.
      await loadAccount();
      state.value = 'done';
    } catch (error) {
      fault.value = error instanceof ApiError ? faultText(error) : w.over;
      state.value = 'open';
    }
  };
  if (state.value === 'done')
    return (
      <AuthLayout title={w.title} text={w.done}>
        <a class="button primary" href="/console">
          {messages().signIn.submit}
        </a>
      </AuthLayout>
    );
  return (
    <AuthLayout title={w.title}>
      <Form class="stack" onSubmit={() => void set()}>
        <NewPasswordField
          label={w.label}
          fault={fault.value}
          value={password.value}
          onValue={(text) => (password.value = text)}
        />
        <Button kind="primary" type="submit" busy={state.value === 'busy'}>
          {w.submit}
        </Button>
      </Form>
    </AuthLayout>
  );
};
