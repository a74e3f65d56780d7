import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { shopPath } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import type { ApiError } from '../lib/request.ts';
import { TextField } from '../ui/Field.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import { AdjustDialog } from './AdjustDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { RewardDialog } from './RewardDialog.tsx';
import type { ShopperModel } from './shopper-model.ts';
import { TierDialog } from './TierDialog.tsx';
import { UndoDialog } from './UndoDialog.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';

interface Props {
  model: ShopperModel;
  name: string;
}

const DIALOGS = {
  adjust: AdjustDialog,
  undo: UndoDialog,
  reward: RewardDialog,
  tier: TierDialog,
  merge: MergeDialog,
  erase: EraseDialog,
} as const;

/** What is being asked before something is done to a shopper. */
export const ShopperDialogs = (props: Props): JSX.Element | null => {
  const asking = props.model.asking.value;
  if (asking === null) return null;
  const Current = DIALOGS[asking];
  return <Current {...props} />;
};

function EraseDialog({ model, name }: Props): JSX.Element {
  const typed = useSignal('');
  const fault = useSignal<ApiError | null>(null);
  const isBusy = useSignal(false);
  const { route } = useLocation();
  const w = messages();
  const close = (): void => {
    model.asking.value = null;
  };
  // A guest's id says nothing to anybody; their address does.
  const sign = model.kind === 'guests' ? name : model.shopperId;
  const isSure =
    typed.value === sign || (asShown(sign) !== '' && asShown(typed.value) === asShown(sign));
  const send = async (): Promise<void> => {
    if (!isSure) return;
    isBusy.value = true;
    fault.value = await model.erase();
    isBusy.value = false;
    if (fault.value === null) route(shopPath('/shoppers'));
  };
  return (
    <FormDialog
      title={w.shopper.eraseTitle(name)}
      action={w.shopper.eraseAction}
      kind="danger"
      busy={isBusy.value}
      blocked={isSure ? false : w.shopper.eraseConfirm(sign)}
      onClose={close}
      onSubmit={() => void send()}
    >
      <p>{w.shopper.eraseText}</p>
      <TextField
        label={w.shopper.eraseConfirm(sign)}
        autoFocus
        autocomplete="off"
        value={typed.value}
        onValue={(text) => (typed.value = text)}
      />
      <FormFault text={fault.value && faultText(fault.value)} />
    </FormDialog>
  );
}

/** Spaces are written as one at most where something is shown, and so they are typed. */
function asShown(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
