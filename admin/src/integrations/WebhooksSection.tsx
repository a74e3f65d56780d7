import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Plus, Send, Webhook } from 'lucide';
import { LIMITS } from '@okaeri/shared/limits';
import type { NewWebhookEndpoint, WebhookEndpoint } from '@okaeri/shared/webhooks';
import { denied } from '../app/denied.ts';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { formatAgo } from '../lib/format.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { TextField } from '../ui/Field.tsx';
import { OnceDialog } from '../ui/OnceDialog.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';

/** Webhook endpoints of the merchant. */
export const WebhooksSection = (): JSX.Element => {
  const known = useMemo(() => createResource(() => request(api().webhooks.$get())), []);
  const isAdding = useSignal(false);
  useEffect(() => void known.load(), [known]);
  const w = messages().integrations;
  const found = known.value.value;
  const load = (): void => void known.load();
  const close = (): void => {
    isAdding.value = false;
    load();
  };
  return (
    <section>
      {known.fault.value && <Fault fault={known.fault.value} onRetry={load} />}
      {found === undefined && !known.fault.value && <Skeleton />}
      {found?.items.length === 0 && (
        <Empty icon={Webhook} title={w.noWebhooks}>
          <p>{w.noWebhooksText}</p>
          <AddButton kind="primary" onAdd={() => (isAdding.value = true)} />
        </Empty>
      )}
      {found !== undefined && found.items.length > 0 && (
        <>
          <ul class="rows">
            {found.items.map((endpoint) => (
              <Row key={endpoint.id} of={endpoint} onChange={load} />
            ))}
          </ul>
          <div class="row">
            <AddButton kind="plain" onAdd={() => (isAdding.value = true)} />
          </div>
        </>
      )}
      {isAdding.value && <AddDialog onClose={close} />}
    </section>
  );
};

function AddButton(props: { kind: 'primary' | 'plain'; onAdd: () => void }): JSX.Element {
  return (
    <Button kind={props.kind} icon={Plus} blocked={denied('run')} onClick={props.onAdd}>
      {messages().integrations.add}
    </Button>
  );
}

function Row(props: { of: WebhookEndpoint; onChange: () => void }): JSX.Element {
  const { of, onChange } = props;
  const isLeaving = useSignal(false);
  const w = messages().integrations;
  const param = { endpointId: of.id };
  const at = api().webhooks[':endpointId'];
  const isOn = of.state === 'enabled';
  const change = async (work: Promise<unknown>): Promise<void> => {
    await work;
    onChange();
  };
  const test = (): Promise<unknown> =>
    runAction(() => request(at.test.$post({ param, json: {} })), w.tested);
  const turn = (): Promise<unknown> =>
    runAction(() => request(at.$patch({ param, json: { state: isOn ? 'disabled' : 'enabled' } })));
  const remove = (): Promise<unknown> => runAction(() => request(at.$delete({ param })));
  return (
    <li>
      <div class="grow">
        <strong>{of.label}</strong>{' '}
        <span class={isOn ? 'badge good' : 'badge warn'}>{w.states[of.state]}</span>
        <p class="quiet small wrap">{of.url}</p>
        <p class="quiet small">{noteOf(of)}</p>
      </div>
      <Button kind="quiet" icon={Send} blocked={denied('run')} onClick={() => void test()}>
        {w.test}
      </Button>
      <Button kind="quiet" blocked={denied('run')} onClick={() => void change(turn())}>
        {isOn ? w.off : w.on}
      </Button>
      <Button
        kind="quiet"
        aria-label={`${w.remove}: ${of.label}`}
        blocked={denied('run')}
        onClick={() => (isLeaving.value = true)}
      >
        {w.remove}
      </Button>
      {isLeaving.value && (
        <ConfirmDialog
          title={w.removeTitle(of.label)}
          action={w.remove}
          onClose={() => (isLeaving.value = false)}
          onConfirm={() => void change(remove())}
        >
          {w.removeText}
        </ConfirmDialog>
      )}
    </li>
  );
}

function AddDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const url = useSignal('');
  const label = useSignal('');
  const isBusy = useSignal(false);
  const made = useSignal<NewWebhookEndpoint | null>(null);
  const w = messages();
  if (made.value !== null)
    return (
      <OnceDialog
        title={w.integrations.onceTitle}
        text={w.integrations.onceText}
        label={made.value.label}
        secret={made.value.secret}
        done={w.integrations.done}
        onClose={onClose}
      />
    );
  const add = async (): Promise<void> => {
    isBusy.value = true;
    const json = { url: url.value.trim(), label: label.value };
    made.value = (await runAction(() => request(api().webhooks.$post({ json })))) ?? null;
    isBusy.value = false;
  };
  return (
    <FormDialog
      title={w.integrations.addTitle}
      action={w.integrations.add}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void add()}
    >
      <TextField
        type="url"
        label={w.integrations.url}
        hint={w.integrations.urlHint}
        required
        autoFocus
        value={url.value}
        onValue={(text) => (url.value = text)}
      />
      <TextField
        label={w.integrations.label}
        required
        maxLength={LIMITS.textLengthMax}
        value={label.value}
        onValue={(text) => (label.value = text)}
      />
    </FormDialog>
  );
}

function noteOf(of: WebhookEndpoint): string {
  const w = messages().integrations;
  if (of.disabledBy !== null) return w.disabledBy[of.disabledBy];
  if (of.failingSince !== null) return w.failing(formatAgo(of.failingSince, Date.now()));
  return of.types?.join(', ') ?? w.everything;
}
