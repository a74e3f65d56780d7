import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import type { ShopKeys } from '@okaeri/shared/access';
import { LIMITS } from '@okaeri/shared/limits';
import { accountApi, loadAccount } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { language, messages } from '../i18n/messages.ts';
import { request, ApiError } from '../lib/request.ts';
import { Button } from '../ui/Button.tsx';
import { Copy } from '../ui/Copy.tsx';
import { CheckField, SelectField, TextField } from '../ui/Field.tsx';
import { Page } from '../ui/Page.tsx';
import { Form } from '../ui/Form.tsx';

/** Opening a shop on this server. */
export const NewShopPage = (): JSX.Element => {
  const made = useSignal<ShopKeys | null>(null);
  const w = messages().setup;
  useEffect(() => window.scrollTo(0, 0), [made.value]);
  return (
    <main class="bare" id="page">
      {made.value === null ? (
        <Page title={w.newTitle} text={w.newText}>
          <NewShopForm onMade={(keys) => (made.value = keys)} />
        </Page>
      ) : (
        <Page title={w.keysTitle}>
          <Keys keys={made.value} />
        </Page>
      )}
    </main>
  );
};

function NewShopForm({ onMade }: { onMade: (keys: ShopKeys) => void }): JSX.Element {
  const form = useNewShop(onMade);
  const { name, currency, address, sandbox, originFault, fault, isBusy } = form;
  const w = messages().setup;
  return (
    <Form class="stack narrow" onSubmit={() => void form.create()}>
      <TextField
        label={w.name}
        required
        autoFocus
        maxLength={LIMITS.textLengthMax}
        value={name.value}
        onValue={(text) => (name.value = text)}
      />
      <SelectField
        label={w.currency}
        hint={w.currencyHint}
        value={currency.value}
        options={currencies()}
        onValue={(code) => (currency.value = code)}
      />
      <TextField
        label={w.origin}
        hint={w.originHint}
        fault={originFault.value}
        autocomplete="url"
        value={address.value}
        onValue={(text) => (address.value = text)}
      />
      <CheckField
        label={w.sandbox}
        checked={sandbox.value}
        onValue={(isOn) => (sandbox.value = isOn)}
      />
      {fault.value && (
        <p class="note failed" role="alert">
          {faultText(fault.value)}
        </p>
      )}
      <div class="row">
        <Button kind="primary" type="submit" busy={isBusy.value}>
          {w.create}
        </Button>
      </div>
    </Form>
  );
}

function Keys({ keys }: { keys: ShopKeys }): JSX.Element {
  const { route } = useLocation();
  const w = messages().setup;
  return (
    <div class="stack narrow">
      <p>{w.keysText}</p>
      <p>{w.secretKey}</p>
      <Copy label={w.secretKey} text={keys.secretKey} />
      <p>{w.identitySecret}</p>
      <Copy label={w.identitySecret} text={keys.identitySecret} />
      <div class="row">
        <Button kind="primary" onClick={() => route(`/console/${keys.shopId}/setup`)}>
          {w.go}
        </Button>
      </div>
    </div>
  );
}

/** What the form says, and what becomes of it. */
function useNewShop(onMade: (keys: ShopKeys) => void) {
  const name = useSignal('');
  const currency = useSignal(language.value === 'ja' ? 'JPY' : 'USD');
  const address = useSignal('');
  const sandbox = useSignal(false);
  const originFault = useSignal<string | null>(null);
  const fault = useSignal<ApiError | null>(null);
  const isBusy = useSignal(false);
  const create = async (): Promise<void> => {
    const said = address.value.trim();
    const origin = said === '' ? undefined : originOf(said);
    originFault.value = origin === null ? messages().setup.originFault : null;
    if (origin === null) return;
    isBusy.value = true;
    fault.value = null;
    try {
      const origins = origin === undefined ? [] : [origin];
      const of = { name: name.value.trim(), currency: currency.value, sandbox: sandbox.value };
      const keys = await request(accountApi.shops.$post({ json: { ...of, origins } }));
      await loadAccount();
      onMade(keys);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      fault.value = error;
    } finally {
      isBusy.value = false;
    }
  };
  return { name, currency, address, sandbox, originFault, fault, isBusy, create };
}

/** Every currency the browser knows, by its code and its name in the console's language. */
function currencies(): Record<string, string> {
  const names = new Intl.DisplayNames(language.value, { type: 'currency' });
  return Object.fromEntries(
    Intl.supportedValuesOf('currency').map((code) => [code, `${code} · ${names.of(code) ?? code}`]),
  );
}

function originOf(text: string): string | null {
  const said = text.includes('://') ? text : `https://${text}`;
  return URL.canParse(said) && /^https?:/.test(said) ? new URL(said).origin : null;
}
