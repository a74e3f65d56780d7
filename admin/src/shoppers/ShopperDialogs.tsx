import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { LIMITS } from '@okaeri/shared/limits';
import { here } from '../app/session.ts';
import { words } from '../i18n/words.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { AreaField, CheckField, TextField } from '../ui/Field.tsx';
import type { ShopperModel } from './shopper-model.ts';

interface Props {
  model: ShopperModel;
  name: string;
}

const AdjustDialog = ({ model }: Props): JSX.Element => {
  const points = useSignal('');
  const reason = useSignal('');
  const note = useSignal('');
  const counts = useSignal(false);
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const w = words();
  const close = (): void => {
    model.asking.value = null;
  };
  const send = async (): Promise<void> => {
    // The minus of a Japanese keyboard, and that of a book, are minuses.
    const whole = Number(points.value.replaceAll(/[−－]/g, '-').trim());
    fault.value = Number.isSafeInteger(whole) && whole !== 0 ? null : w.shopper.notWhole;
    if (fault.value !== null) return;
    isBusy.value = true;
    await model.adjust({
      points: whole,
      reason: reason.value,
      note: note.value === '' ? null : note.value,
      countsForLifetime: counts.value,
    });
    isBusy.value = false;
  };
  return (
    <Dialog title={w.shopper.adjustTitle} onClose={close}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={w.shopper.adjustPoints}
          hint={w.shopper.adjustHint}
          fault={fault.value}
          required
          autoFocus
          value={points.value}
          onValue={(text) => (points.value = text)}
        />
        <TextField
          label={w.shopper.adjustReason}
          required
          maxLength={LIMITS.textLengthMax}
          value={reason.value}
          onValue={(text) => (reason.value = text)}
        />
        <AreaField
          label={w.shopper.adjustNote}
          maxLength={LIMITS.textLengthMax}
          value={note.value}
          onValue={(text) => (note.value = text)}
        />
        <CheckField
          label={w.shopper.counts}
          checked={counts.value}
          onValue={(isOn) => (counts.value = isOn)}
        />
        <div class="row end">
          <Button onClick={close}>{w.app.cancel}</Button>
          <Button kind="primary" type="submit" busy={isBusy.value}>
            {w.shopper.adjust}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

const MergeDialog = ({ model, name }: Props): JSX.Element => {
  const from = useSignal('');
  const isBusy = useSignal(false);
  const w = words();
  const close = (): void => {
    model.asking.value = null;
  };
  const send = async (): Promise<void> => {
    isBusy.value = true;
    await model.merge(from.value.trim());
    isBusy.value = false;
  };
  return (
    <Dialog title={w.shopper.mergeTitle} onClose={close}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{w.shopper.mergeText(name)}</p>
        <TextField
          label={w.shopper.mergeFrom}
          required
          autoFocus
          value={from.value}
          onValue={(text) => (from.value = text)}
        />
        <div class="row end">
          <Button onClick={close}>{w.app.cancel}</Button>
          <Button kind="danger" type="submit" busy={isBusy.value}>
            {w.shopper.merge}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

const EraseDialog = ({ model, name }: Props): JSX.Element => {
  const typed = useSignal('');
  const isBusy = useSignal(false);
  const { route } = useLocation();
  const w = words();
  const close = (): void => {
    model.asking.value = null;
  };
  // A guest's id says nothing to anybody; their address does.
  const sign = model.kind === 'guests' ? name : model.shopperId;
  const isSure = typed.value.trim() === sign;
  const send = async (): Promise<void> => {
    if (!isSure) return;
    isBusy.value = true;
    const isErased = await model.erase();
    isBusy.value = false;
    if (isErased) route(here('/shoppers'));
  };
  return (
    <Dialog title={w.shopper.eraseTitle(name)} onClose={close}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{w.shopper.eraseText}</p>
        <TextField
          label={w.shopper.eraseConfirm(sign)}
          autoFocus
          autocomplete="off"
          value={typed.value}
          onValue={(text) => (typed.value = text)}
        />
        <div class="row end">
          <Button onClick={close}>{w.app.cancel}</Button>
          <Button
            kind="danger"
            type="submit"
            busy={isBusy.value}
            blocked={isSure ? false : w.shopper.eraseConfirm(sign)}
          >
            {w.shopper.erase}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

const DIALOGS = { adjust: AdjustDialog, merge: MergeDialog, erase: EraseDialog } as const;

/** What is being asked before something is done to a shopper. */
export const ShopperDialogs = (props: Props): JSX.Element | null => {
  const asking = props.model.asking.value;
  if (asking === null) return null;
  const Asked = DIALOGS[asking];
  return <Asked {...props} />;
};
