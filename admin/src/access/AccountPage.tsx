import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { Fingerprint, ShieldCheck } from 'lucide';
import { account } from '../app/session.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { messages } from '../i18n/messages.ts';
import { formatDay } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Page } from '../ui/Page.tsx';
import {
  addPasskey,
  changePassword,
  endOtherSessions,
  passkeys,
  removePasskey,
} from './account-model.ts';
import { SecondFactor } from './SecondFactor.tsx';
import { NewPasswordField } from './NewPasswordField.tsx';
import { Form } from '../ui/Form.tsx';

/** One's own account: password, passkeys, second factor, sessions. */
export const AccountPage = (): JSX.Element => {
  const w = messages().account;
  return (
    <Page crumbs={settingsCrumb()} title={w.title}>
      <dl class="facts-list">
        <dt>{w.name}</dt>
        <dd>{account.value?.name}</dd>
        <dt>{w.email}</dt>
        <dd>{account.value?.email}</dd>
      </dl>
      <Passkeys />
      <SecondFactor />
      <Password />
      <section>
        <h2>{w.sessions}</h2>
        <div class="row">
          <Button icon={ShieldCheck} onClick={() => void endOtherSessions()}>
            {w.endOthers}
          </Button>
        </div>
      </section>
    </Page>
  );
};

function Passkeys(): JSX.Element {
  useEffect(() => void passkeys.load(), []);
  const found = passkeys.value.value ?? [];
  const w = messages().account;
  return (
    <section>
      <h2>{w.passkeys}</h2>
      <p class="quiet">{w.passkeysText}</p>
      {found.length === 0 ? (
        <p class="quiet small">{w.noPasskeys}</p>
      ) : (
        <ul class="rows">
          {found.map(({ id, name, createdAt }) => (
            <li key={id}>
              <div class="grow">
                <strong>{name ?? w.passkeys}</strong>
                {createdAt && <p class="quiet small">{formatDay(createdAt)}</p>}
              </div>
              <Button
                kind="quiet"
                aria-label={`${w.removePasskey}: ${name ?? ''}`}
                onClick={() => void removePasskey(id)}
              >
                {w.removePasskey}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        <Button icon={Fingerprint} onClick={() => void addPasskey()}>
          {w.addPasskey}
        </Button>
      </div>
    </section>
  );
}

function Password(): JSX.Element {
  const current = useSignal('');
  const next = useSignal('');
  const isBusy = useSignal(false);
  const w = messages();
  const change = async (): Promise<void> => {
    isBusy.value = true;
    const done = await changePassword(current.value, next.value);
    isBusy.value = false;
    if (done === undefined) return;
    current.value = '';
    next.value = '';
  };
  return (
    <section>
      <h2>{w.account.password}</h2>
      <Form class="stack narrow" onSubmit={() => void change()}>
        <TextField
          label={w.account.current}
          type="password"
          autocomplete="current-password"
          required
          value={current.value}
          onValue={(text) => (current.value = text)}
        />
        <NewPasswordField
          label={w.password.label}
          value={next.value}
          onValue={(text) => (next.value = text)}
        />
        <div class="row">
          <Button type="submit" busy={isBusy.value}>
            {w.account.change}
          </Button>
        </div>
      </Form>
    </section>
  );
}
