import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { DoorClosed, DoorOpen } from 'lucide';
import type { ShopView } from '@okaeri/shared/access';
import { denied } from '../app/denied.ts';
import { api, shopPath, loadAccount } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { runAction } from '../lib/run-action.ts';
import { request } from '../lib/request.ts';
import { formatTime } from '../lib/format.ts';
import type { Resource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';

interface Props {
  of: ShopView;
  known: Resource<ShopView>;
}

/** What cannot be overlooked: closing the shop, and opening it again. */
export const CloseShop = ({ of, known }: Props): JSX.Element => {
  const isAsking = useSignal(false);
  const w = messages().shop;
  const blocked = denied('own');
  const reopen = async (): Promise<void> => {
    const open = await runAction(() => request(api().shop.reopen.$post()), w.reopened);
    if (open === undefined) return;
    known.set(open);
    await loadAccount();
  };
  return (
    <section class="danger-zone" id="danger">
      <h2>{w.danger}</h2>
      {of.closedAt === null ? (
        <>
          <p>{w.closeText}</p>
          <p class="quiet small">
            {w.first} <a href={shopPath('/settings/data')}>{messages().data.title}</a>
          </p>
          <div class="row">
            <Button icon={DoorClosed} blocked={blocked} onClick={() => (isAsking.value = true)}>
              {w.close}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p>{w.closedSince(formatTime(of.closedAt))}</p>
          <div class="row">
            <Button kind="primary" icon={DoorOpen} blocked={blocked} onClick={() => void reopen()}>
              {w.reopen}
            </Button>
          </div>
        </>
      )}
      {isAsking.value && (
        <CloseDialog of={of} known={known} onClose={() => (isAsking.value = false)} />
      )}
    </section>
  );
};

function CloseDialog({ of, known, onClose }: Props & { onClose: () => void }): JSX.Element {
  const typed = useSignal('');
  const isBusy = useSignal(false);
  const w = messages();
  const isSure = typed.value.trim() === of.name;
  const close = async (): Promise<void> => {
    if (!isSure) return;
    isBusy.value = true;
    const json = { name: of.name };
    const closed = await runAction(() => request(api().shop.close.$post({ json })), w.shop.closed);
    isBusy.value = false;
    if (closed === undefined) return;
    known.set(closed);
    onClose();
    await loadAccount();
  };
  return (
    <FormDialog
      title={w.shop.closeTitle(of.name)}
      action={w.shop.close}
      kind="danger"
      busy={isBusy.value}
      blocked={isSure ? false : w.shopper.eraseConfirm(of.name)}
      onClose={onClose}
      onSubmit={() => void close()}
    >
      <p>{w.shop.closeText}</p>
      <TextField
        label={w.shopper.eraseConfirm(of.name)}
        autoFocus
        autocomplete="off"
        value={typed.value}
        onValue={(text) => (typed.value = text)}
      />
    </FormDialog>
  );
}
