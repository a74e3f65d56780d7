import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { LIMITS } from '@okaeri/shared/limits';
import { api, shopperPage } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import { tryAction } from '../lib/run-action.ts';
import { showToast } from '../lib/toasts.ts';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormFault } from '../ui/FormFault.tsx';

/** Adds somebody the shop's own system knows. */
export const AddShopperDialog = ({ onClose }: { onClose: () => void }): JSX.Element => {
  const id = useSignal('');
  const name = useSignal('');
  const email = useSignal('');
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const { route } = useLocation();
  const w = messages().shoppers;
  const send = async (): Promise<void> => {
    isBusy.value = true;
    const json = {
      ...(name.value.trim() !== '' && { name: name.value.trim() }),
      ...(email.value.trim() !== '' && { email: email.value.trim() }),
    };
    const param = { shopperId: id.value };
    const done = await tryAction(() => request(api().shoppers[':shopperId'].$put({ param, json })));
    isBusy.value = false;
    if ('fault' in done) {
      fault.value = faultText(done.fault);
      return;
    }
    showToast('done', w.added);
    route(shopperPage(done.done));
  };
  return (
    <FormDialog
      title={w.addTitle}
      action={w.add}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <TextField
        label={w.addId}
        hint={w.addIdHint}
        required
        autoFocus
        maxLength={LIMITS.idLengthMax}
        value={id.value}
        onValue={(text) => (id.value = text)}
      />
      <TextField label={w.addName} value={name.value} onValue={(text) => (name.value = text)} />
      <TextField
        label={w.addEmail}
        type="email"
        value={email.value}
        onValue={(text) => (email.value = text)}
      />
      <FormFault text={fault.value} />
    </FormDialog>
  );
};
