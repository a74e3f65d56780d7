import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { RotateCcw } from 'lucide';
import type { Connection, PlatformMessage } from '@okaeri/shared/integrations';
import { denied } from '../app/denied.ts';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { formatAgo } from '../lib/format.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Copy } from '../ui/Copy.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { ConnectForm } from './ConnectForm.tsx';

/** Listed where an order went without a message: a person decides. */
const GONE_TOPIC = 'order.deleted';

/** The platform the shop runs on, and how it goes. */
export const PlatformSection = (): JSX.Element => {
  const known = useMemo(() => createResource(readConnection), []);
  useEffect(() => void known.load(), [known]);
  const found = known.value.value;
  const load = (): void => void known.load();
  return (
    <section>
      {known.fault.value && <Fault fault={known.fault.value} onRetry={load} />}
      {found === undefined && !known.fault.value && <Skeleton />}
      {found?.connection === null && <ConnectForm known={null} onDone={load} />}
      {found?.connection && <Standing of={found.connection} onChange={load} />}
    </section>
  );
};

/** The connection, which may be none: what is not known yet is something else. */
async function readConnection(): Promise<{ connection: Connection | null }> {
  return {
    connection: await request(api().integrations.connection.$get()),
  };
}

function Standing(props: { of: Connection; onChange: () => void }): JSX.Element {
  const { of, onChange } = props;
  const isEditing = useSignal(false);
  const isLeaving = useSignal(false);
  const w = messages().integrations;
  const leave = async (): Promise<void> => {
    await runAction(() => request(api().integrations.connection.$delete()), w.disconnected);
    onChange();
  };
  const done = (): void => {
    isEditing.value = false;
    onChange();
  };
  if (isEditing.value) return <ConnectForm known={of} onDone={done} />;
  return (
    <div class="stack">
      <p>
        <strong>{w.platforms[of.platform]}</strong> · {of.address}
      </p>
      {of.state === 'uninstalled' && <p class="note warn">{w.uninstalled}</p>}
      <div class="field">
        <span class="label">{w.messages}</span>
        <Copy label={w.messages} text={of.messagesUrl} />
      </div>
      {of.proxyUrl !== null && (
        <div class="field">
          <span class="label">{w.proxy}</span>
          <Copy label={w.proxy} text={of.proxyUrl} />
        </div>
      )}
      <p class="quiet small">
        {of.hasAccess ? w.swept(formatAgo(of.sweptTo, Date.now())) : w.noAccess}
      </p>
      {of.sweepNote !== null && (
        <p class="note warn">
          {w.sweepFault} {of.sweepNote}
        </p>
      )}
      {of.failedMessages > 0 && <Failed count={of.failedMessages} onRead={onChange} />}
      <div class="row">
        <Button blocked={denied('run')} onClick={() => (isEditing.value = true)}>
          {w.change}
        </Button>
        <Button kind="quiet" blocked={denied('run')} onClick={() => (isLeaving.value = true)}>
          {w.disconnect}
        </Button>
      </div>
      {isLeaving.value && (
        <ConfirmDialog
          title={w.disconnectTitle}
          action={w.disconnect}
          onClose={() => (isLeaving.value = false)}
          onConfirm={() => void leave()}
        >
          {w.disconnectText}
        </ConfirmDialog>
      )}
    </div>
  );
}

function Failed({ count, onRead }: { count: number; onRead: () => void }): JSX.Element {
  const found = useMemo(
    () => createResource(() => request(api().integrations.messages.$get({ query: {} }))),
    [],
  );
  useEffect(() => void found.load(), [found, count]);
  const w = messages().integrations;
  const retry = async ({ id }: PlatformMessage): Promise<void> => {
    const param = { messageId: id };
    const sent = api().integrations.messages[':messageId'].retry.$post({ param, json: {} });
    await runAction(() => request(sent), w.retrying);
    onRead();
  };
  return (
    <>
      <p class="note warn">{w.failed(count)}</p>
      <ul class="rows">
        {found.value.value?.items.map((message) => (
          <li key={message.id}>
            <div class="grow">
              <strong>{message.topic}</strong>{' '}
              {message.subject !== null && <span class="quiet">{message.subject}</span>}
              <p class="quiet small">
                {formatAgo(message.receivedAt, Date.now())} ·{' '}
                {message.topic === GONE_TOPIC ? w.gone : message.note}
              </p>
            </div>
            <Button
              kind="quiet"
              icon={RotateCcw}
              blocked={denied('run')}
              onClick={() => void retry(message)}
            >
              {w.retry}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
