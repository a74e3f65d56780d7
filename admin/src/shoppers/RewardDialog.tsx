import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import type { Program } from '@okaeri/shared/program';
import { api } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { language, messages } from '../i18n/messages.ts';
import { formatBalance, formatCount } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { CheckField, SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormFault } from '../ui/FormFault.tsx';
import type { ShopperModel } from './shopper-model.ts';

type Reward = Program['rewards'][number];

/** Gives a shopper a reward: as a gift, or for points they have. */
export const RewardDialog = (props: { model: ShopperModel; name: string }): JSX.Element => {
  const { model, name } = props;
  const program = useMemo(() => createResource(() => request(api().program.$get())), []);
  useEffect(() => void program.load(), [program]);
  const chosen = useSignal('');
  const isFree = useSignal(true);
  const reason = useSignal('');
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const w = messages();
  const rewards = (program.value.value?.rewards ?? []).filter(
    ({ enabled, cost }) => enabled && cost.fixed !== undefined,
  );
  const reward = rewards.find(({ id }) => id === chosen.value) ?? rewards[0];
  const available = model.shown.value?.balance.available ?? 0;
  const cost = reward?.cost.fixed ?? 0;
  const send = async (): Promise<void> => {
    if (reward === undefined) return;
    isBusy.value = true;
    const order = { rewardId: reward.id, isFree: isFree.value, reason: reason.value };
    const refused = await model.giveReward(order);
    isBusy.value = false;
    fault.value = refused && faultText(refused);
  };
  return (
    <FormDialog
      title={w.ledger.giveRewardTitle(name)}
      action={
        reward === undefined ? w.ledger.giveReward : w.ledger.giveRewardAction(nameOf(reward))
      }
      busy={isBusy.value}
      blocked={reward === undefined && w.ledger.noRewards}
      onClose={() => (model.asking.value = null)}
      onSubmit={() => void send()}
    >
      {reward === undefined ? (
        <p>{program.value.value === undefined ? w.app.loading : w.ledger.noRewards}</p>
      ) : (
        <RewardSelect reward={reward} rewards={rewards} onReward={(id) => (chosen.value = id)} />
      )}
      <CheckField
        label={w.ledger.free}
        checked={isFree.value}
        onValue={(isOn) => (isFree.value = isOn)}
      />
      <p class="preview" role="status">
        {isFree.value
          ? w.ledger.freeText(formatCount(cost))
          : w.ledger.preview(formatCount(available), formatBalance(available - cost))}
      </p>
      <TextField
        label={isFree.value ? w.shopper.adjustReason : w.ledger.reason}
        required
        maxLength={LIMITS.textLengthMax}
        value={reason.value}
        onValue={(text) => (reason.value = text)}
      />
      <FormFault text={fault.value} />
    </FormDialog>
  );
};

function RewardSelect(props: {
  reward: Reward;
  rewards: readonly Reward[];
  onReward: (id: string) => void;
}): JSX.Element {
  const { reward, rewards, onReward } = props;
  const w = messages().ledger;
  return (
    <SelectField
      label={w.rewardField}
      value={reward.id}
      options={Object.fromEntries(
        rewards.map((one) => [one.id, w.rewardCost(nameOf(one), formatCount(one.cost.fixed ?? 0))]),
      )}
      onValue={onReward}
    />
  );
}

function nameOf({ name, id }: Reward): string {
  return name[language.value] ?? name['en'] ?? id;
}
