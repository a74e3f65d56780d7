import { useSignal, type Signal } from '@preact/signals';
import type { JSX } from 'preact';
import type { Connection, Platform } from '@okaeri/shared/integrations';
import { denied } from '../app/denied.ts';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';

/** What is entered. The two keys are the app's id alone at Shopify, and a pair at WooCommerce. */
interface Entered {
  readonly platform: Signal<Platform>;
  readonly address: Signal<string>;
  readonly secret: Signal<string>;
  readonly firstKey: Signal<string>;
  readonly secondKey: Signal<string>;
  readonly money: Signal<Connection['money']>;
}

/** Which platform it is, where it is, and what both sign with. */
export const ConnectForm = (props: {
  known: Connection | null;
  onDone: () => void;
}): JSX.Element => {
  const { known, onDone } = props;
  const entered: Entered = {
    platform: useSignal<Platform>(known?.platform ?? 'shopify'),
    address: useSignal(known?.address ?? ''),
    secret: useSignal(''),
    firstKey: useSignal(''),
    secondKey: useSignal(''),
    money: useSignal<Connection['money']>(known?.money ?? 'shop'),
  };
  const isBusy = useSignal(false);
  const w = messages().integrations;
  const { platform, address, secret } = entered;
  const isKept = known?.platform === platform.value;
  const connect = async (): Promise<void> => {
    isBusy.value = true;
    const sent = api().integrations.connection.$put({ json: bodyOf(entered) });
    const done = await runAction(() => request(sent), w.connected);
    isBusy.value = false;
    if (done !== undefined) onDone();
  };
  return (
    <Form class="stack narrow" onSubmit={() => void connect()}>
      <SelectField
        label={w.which}
        value={platform.value}
        options={w.platforms}
        onValue={(value) => (platform.value = value)}
      />
      <TextField
        label={w.addresses[platform.value]}
        hint={w.addressHints[platform.value]}
        required
        value={address.value}
        onValue={(text) => (address.value = text)}
      />
      <KeyField label={w.secrets[platform.value]} of={secret} isKept={isKept} required={!isKept} />
      <AccessFields entered={entered} isKept={isKept} />
      <div class="row">
        <Button kind="primary" type="submit" busy={isBusy.value} blocked={denied('run')}>
          {known === null ? w.connect : w.save}
        </Button>
      </div>
    </Form>
  );
};

function bodyOf(entered: Entered) {
  const common = { address: entered.address.value.trim(), ...said('secret', entered.secret) };
  return entered.platform.value === 'shopify'
    ? {
        platform: 'shopify' as const,
        ...common,
        ...said('clientId', entered.firstKey),
        money: entered.money.value,
      }
    : {
        platform: 'woocommerce' as const,
        ...common,
        ...said('consumerKey', entered.firstKey),
        ...said('consumerSecret', entered.secondKey),
      };
}

function KeyField(props: {
  label: string;
  of: Signal<string>;
  isKept: boolean;
  required?: boolean;
  shown?: boolean;
}): JSX.Element {
  return (
    <TextField
      type={props.shown ? 'text' : 'password'}
      autocomplete="off"
      label={props.label}
      hint={props.isKept ? messages().integrations.keep : undefined}
      required={props.required ?? false}
      value={props.of.value}
      onValue={(text) => (props.of.value = text)}
    />
  );
}

function AccessFields({ entered, isKept }: { entered: Entered; isKept: boolean }): JSX.Element {
  const { firstKey, secondKey, money } = entered;
  const w = messages().integrations;
  if (entered.platform.value === 'woocommerce')
    return (
      <>
        <KeyField label={w.consumerKey} of={firstKey} isKept={isKept} />
        <KeyField label={w.consumerSecret} of={secondKey} isKept={isKept} />
      </>
    );
  return (
    <>
      <KeyField label={w.clientId} of={firstKey} isKept={isKept} shown />
      <SelectField
        label={w.money}
        value={money.value}
        options={w.moneys}
        onValue={(value) => (money.value = value)}
      />
    </>
  );
}

/** An empty field says nothing: what is known stays. */
function said<Name extends string>(
  name: Name,
  { value }: Signal<string>,
): { [Key in Name]?: string } {
  return value.trim() === '' ? {} : ({ [name]: value.trim() } as { [Key in Name]?: string });
}
