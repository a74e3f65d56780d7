import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { account } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Copy } from '../ui/Copy.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/Field.tsx';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  enrolling,
} from './account-model.ts';
import { Form } from '../ui/Form.tsx';

/** The second factor: off, being set up, on. */
export const SecondFactor = (): JSX.Element => {
  const isAsking = useSignal(false);
  const isOn = account.value?.hasSecondFactor === true;
  const w = messages().account;
  const onPassword = async (password: string): Promise<void> => {
    if (isOn) await endSecondFactor(password);
    else await beginSecondFactor(password);
    isAsking.value = false;
  };
  return (
    <section>
      <h2>
        {w.second}{' '}
        <span class={`badge${isOn ? ' good' : ''}`}>{isOn ? w.secondOn : w.secondOff}</span>
      </h2>
      <p class="quiet">{w.secondText}</p>
      <div class="row">
        <Button onClick={() => (isAsking.value = true)}>{isOn ? w.turnOff : w.turnOn}</Button>
      </div>
      {isAsking.value && (
        <PasswordDialog onClose={() => (isAsking.value = false)} onPassword={onPassword} />
      )}
      <EnrolDialog />
    </section>
  );
};

function PasswordDialog(props: {
  onClose: () => void;
  onPassword: (password: string) => Promise<unknown>;
}): JSX.Element {
  const password = useSignal('');
  const isBusy = useSignal(false);
  const w = messages();
  const send = async (): Promise<void> => {
    isBusy.value = true;
    await props.onPassword(password.value);
    isBusy.value = false;
  };
  return (
    <Dialog title={w.account.second} onClose={props.onClose}>
      <Form class="stack" onSubmit={() => void send()}>
        <TextField
          label={w.account.current}
          hint={w.account.confirmPassword}
          type="password"
          autocomplete="current-password"
          required
          autoFocus
          value={password.value}
          onValue={(text) => (password.value = text)}
        />
        <div class="row end">
          <Button onClick={props.onClose}>{w.app.cancel}</Button>
          <Button kind="primary" type="submit" busy={isBusy.value}>
            {w.signIn.verify}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function EnrolDialog(): JSX.Element | null {
  const code = useSignal('');
  const of = enrolling.value;
  const w = messages();
  if (of === null) return null;
  const secret = new URL(of.totpURI).searchParams.get('secret') ?? '';
  return (
    <Dialog title={w.account.second} onClose={() => (enrolling.value = null)}>
      <Form class="stack" onSubmit={() => void confirmSecondFactor(code.value)}>
        <p>{w.account.secretText}</p>
        <Copy label={w.account.secret} text={secret} />
        <a href={of.totpURI}>{w.account.openApp}</a>
        <p class="quiet small">{w.account.backupText}</p>
        <pre class="codes">{of.backupCodes.join('\n')}</pre>
        <TextField
          label={w.signIn.code}
          inputMode="numeric"
          autocomplete="one-time-code"
          required
          value={code.value}
          onValue={(text) => (code.value = text)}
        />
        <Button kind="primary" type="submit">
          {w.account.turnOn}
        </Button>
      </Form>
    </Dialog>
  );
}
