import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Fingerprint } from 'lucide';
import { accountApi } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { Copy } from '../ui/Copy.tsx';
import { CheckField, TextField } from '../ui/Field.tsx';
import { AuthLayout } from './AuthLayout.tsx';
import { fault, isBusy, signIn, signInWithPasskey, step, verifyCode } from './sign-in-model.ts';
import { Form } from '../ui/Form.tsx';

/** Signing in: a passkey, or a password and what else it takes. */
export const SignInPage = (): JSX.Element => (
  <AuthLayout title={messages().signIn.title} text={messages().signIn.text}>
    <FirstPerson />
    {step.value === 'password' ? <PasswordStep /> : <CodeStep />}
  </AuthLayout>
);

/** Where nobody has an account, the first one is made by a link that only the server can print. */
function FirstPerson(): JSX.Element | null {
  const start = useMemo(() => createResource(() => request(accountApi.start.$get())), []);
  useEffect(() => void start.load(), [start]);
  const w = messages().signIn;
  if (start.value.value?.hasPeople !== false) return null;
  return (
    <div class="note stack" role="status">
      <p>
        <strong>{w.firstTitle}</strong> {w.firstText}
      </p>
      <Copy text="okaeri person first" label={w.firstCommand} />
    </div>
  );
}

function PasswordStep(): JSX.Element {
  const email = useSignal('');
  const password = useSignal('');
  const w = messages().signIn;
  return (
    <Form class="stack" onSubmit={() => void signIn(email.value, password.value)}>
      <TextField
        label={w.email}
        type="email"
        autocomplete="username webauthn"
        required
        value={email.value}
        onValue={(text) => (email.value = text)}
      />
      <TextField
        label={w.password}
        type="password"
        autocomplete="current-password"
        required
        value={password.value}
        onValue={(text) => (password.value = text)}
      />
      <Fault />
      <Button kind="primary" type="submit" busy={isBusy.value}>
        {w.submit}
      </Button>
      <p class="or">{w.or}</p>
      <Button icon={Fingerprint} busy={isBusy.value} onClick={() => void signInWithPasskey()}>
        {w.passkey}
      </Button>
      <a class="center" href="/console/new-password">
        {w.forgot}
      </a>
    </Form>
  );
}

function CodeStep(): JSX.Element {
  const code = useSignal('');
  const trust = useSignal(false);
  const w = messages().signIn;
  const isBackup = step.value === 'backup';
  return (
    <Form class="stack" onSubmit={() => void verifyCode(code.value, trust.value)}>
      <TextField
        key={step.value}
        label={isBackup ? w.backupCode : w.code}
        hint={isBackup ? undefined : w.codeText}
        inputMode={isBackup ? 'text' : 'numeric'}
        autocomplete="one-time-code"
        required
        autoFocus
        value={code.value}
        onValue={(text) => (code.value = text)}
      />
      <CheckField
        label={w.trust}
        checked={trust.value}
        onValue={(checked) => (trust.value = checked)}
      />
      <Fault />
      <Button kind="primary" type="submit" busy={isBusy.value}>
        {w.verify}
      </Button>
      {!isBackup && (
        <Button kind="quiet" onClick={() => (step.value = 'backup')}>
          {w.backup}
        </Button>
      )}
    </Form>
  );
}

function Fault(): JSX.Element | null {
  return fault.value === null ? null : (
    <p class="note failed" role="alert">
      {fault.value}
    </p>
  );
}
