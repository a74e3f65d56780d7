import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type { MailSenderSettings, MailSenderView } from '@okaeri/shared/mail-sender';
import { denied } from '../app/denied.ts';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { requestWithEtag, type WithEtag } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { runAction } from '../lib/run-action.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { Form } from '../ui/Form.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';

/** From whom the shop's messages come, and what its domain has to say about that. */
export const SenderForm = (): JSX.Element => {
  const known = useMemo(() => createResource(() => requestWithEtag(api().mail.sender.$get())), []);
  useEffect(() => void known.load(), [known]);
  const w = messages().mail;
  const of = known.value.value;
  if (known.fault.value)
    return <Fault fault={known.fault.value} onRetry={() => void known.load()} />;
  if (of === undefined) return <Skeleton lines={4} />;
  return (
    <section class="stack wide">
      <h2>{w.own}</h2>
      <p class="quiet">{w.ownText}</p>
      <Fields key={of.etag} of={of} onSaved={() => known.load()} />
      <Records of={of.body} />
    </section>
  );
};

function Fields(props: {
  of: WithEtag<MailSenderView>;
  onSaved: () => Promise<void>;
}): JSX.Element {
  const { of, onSaved } = props;
  const { name, address, replyTo } = of.body;
  const draft = useSignal<MailSenderSettings>({ name, address, replyTo });
  const isBusy = useSignal(false);
  const w = messages().mail;
  const field = (key: keyof MailSenderSettings, label: string): JSX.Element => (
    <TextField
      label={label}
      type={key === 'name' ? 'text' : 'email'}
      value={draft.value[key] ?? ''}
      onValue={(text) => (draft.value = { ...draft.value, [key]: text === '' ? null : text })}
    />
  );
  const save = async (): Promise<void> => {
    isBusy.value = true;
    const headers = { 'If-Match': of.etag };
    const put = () => requestWithEtag(api().mail.sender.$put({ json: draft.value }, { headers }));
    await runAction(put, w.saved);
    await onSaved();
    isBusy.value = false;
  };
  return (
    <Form class="stack" onSubmit={() => void save()}>
      {field('name', w.ownName)}
      {field('address', w.ownAddress)}
      {field('replyTo', w.replyTo)}
      <div class="row">
        <Button kind="primary" type="submit" busy={isBusy.value} blocked={denied('run')}>
          {w.check}
        </Button>
      </div>
    </Form>
  );
}

function Records({ of }: { of: MailSenderView }): JSX.Element | null {
  const w = messages().mail;
  if (of.records.length === 0) return null;
  return (
    <>
      <p class={of.provedAt === null ? 'note warn' : 'note'}>
        {of.provedAt === null ? w.notProved : w.proved}
      </p>
      <ul class="rows">
        {of.records.map(({ name, type, host, value, found }) => (
          <li key={name}>
            <div class="grow">
              <p>
                <strong>{w.records[name]}</strong> <span class="badge">{type}</span>{' '}
                <span class={`badge ${found === true ? 'good' : 'warn'}`}>
                  {found === null ? w.notChecked : found ? w.found : w.missing}
                </span>
              </p>
              <p class="small">
                {w.host}: <code>{host}</code>
              </p>
              <p class="small">
                {w.value}: <code>{value}</code>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
