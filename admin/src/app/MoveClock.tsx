import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { messages } from '../i18n/messages.ts';
import { formatTime } from '../lib/format.ts';
import { shopNow } from '../lib/shop-clock.ts';
import { request } from '../lib/request.ts';
import { runAction } from '../lib/run-action.ts';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { moveOf, type MoveUnit } from './move-rules.ts';
import { clockMoves, loadOverview, overview } from './overview.ts';
import { api } from './session.ts';

/** Moves the clock of a sandbox shop: before and after while one types. It never goes back. */
export const MoveClock = ({ onClose }: { onClose: () => void }): JSX.Element => {
  const count = useSignal('7');
  const unit = useSignal<MoveUnit>('days');
  const isBusy = useSignal(false);
  const { sandbox: w } = messages();
  const byMs = moveOf(count.value, unit.value);
  const now = overview.value?.now ?? new Date(shopNow()).toISOString();
  const timeOf = (ms: number): string => formatTime(new Date(Date.parse(now) + ms).toISOString());
  const move = async (): Promise<void> => {
    if (byMs === null) return;
    isBusy.value = true;
    const moved = await runAction(() => request(api().clock.advance.$post({ json: { byMs } })));
    isBusy.value = false;
    if (moved === undefined) return;
    await loadOverview();
    clockMoves.value += 1;
    onClose();
  };
  const amount = w.amounts[unit.value](Number(count.value));
  return (
    <FormDialog
      title={w.moveTitle}
      action={byMs === null ? w.move : w.moveBy(amount)}
      busy={isBusy.value}
      blocked={byMs === null && w.amountFault}
      onClose={onClose}
      onSubmit={() => void move()}
    >
      <p class="quiet">{w.moveText}</p>
      <div class="grid">
        <TextField
          label={w.amount}
          inputMode="numeric"
          autoFocus
          value={count.value}
          fault={byMs === null ? w.amountFault : null}
          onValue={(text) => (count.value = text)}
        />
        <SelectField<MoveUnit>
          label={w.unit}
          value={unit.value}
          options={w.units}
          onValue={(chosen) => (unit.value = chosen)}
        />
      </div>
      <p aria-live="polite">
        {timeOf(0)} → <strong>{byMs === null ? '…' : timeOf(byMs)}</strong>
      </p>
    </FormDialog>
  );
};
