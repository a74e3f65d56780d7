import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { LIMITS } from '@okaeri/shared/limits';
import { fromWallTime } from '@okaeri/shared/wall-time';
import type { CodePage } from '@okaeri/shared/code-lists';
import { api } from '../app/session.ts';
import { faultText } from '../i18n/fault-text.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatDay } from '../lib/format.ts';
import { placeOfTimes, shopNow } from '../lib/shop-clock.ts';
import { shopDay } from '../lib/shop-day.ts';
import { request } from '../lib/request.ts';
import { tryAction } from '../lib/run-action.ts';
import { showToast } from '../lib/toasts.ts';
import { TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { FormFault } from '../ui/FormFault.tsx';

export type CodeAct = 'release' | 'extend' | 'void';

/** Asks why, and does it. */
export const CodeDialog = (props: {
  of: CodePage;
  act: CodeAct;
  onClose: () => void;
  onDone: () => void;
}): JSX.Element => {
  const { of, act, onClose, onDone } = props;
  const reason = useSignal('');
  const day = useSignal(shopDay(of.voucher?.expiresAt));
  const fault = useSignal<string | null>(null);
  const isBusy = useSignal(false);
  const w = messages().code;
  // The whole of the last day counts, by the shop's calendar.
  const end = fromWallTime(`${day.value}T23:59`, placeOfTimes()) ?? '';
  const isLater = Date.parse(end) > shopNow();
  const texts = textsOf(of, act, isLater ? formatDay(end) : null);
  const send = async (): Promise<void> => {
    if (act === 'extend' && !isLater) {
      fault.value = w.notLater;
      return;
    }
    isBusy.value = true;
    const done = await tryAction(() => post(act, of.id, { reason: reason.value, expiresAt: end }));
    isBusy.value = false;
    if ('fault' in done) {
      fault.value = faultText(done.fault);
      return;
    }
    showToast('done', texts.said);
    onDone();
  };
  return (
    <FormDialog
      title={texts.title}
      action={texts.action}
      kind={act === 'void' ? 'danger' : 'primary'}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      <Consequence of={of} act={act} />
      {act === 'extend' && (
        <TextField
          label={w.newEnd}
          type="date"
          required
          autoFocus
          value={day.value}
          onValue={(text) => {
            day.value = text;
            fault.value = null;
          }}
        />
      )}
      <TextField
        label={w.reason}
        required
        autoFocus={act !== 'extend'}
        maxLength={LIMITS.textLengthMax}
        value={reason.value}
        onValue={(text) => (reason.value = text)}
      />
      <FormFault text={fault.value} />
    </FormDialog>
  );
};

/** What the dialog and its button say, and what is said once it is done. */
function textsOf(
  of: CodePage,
  act: CodeAct,
  day: string | null,
): { title: string; action: string; said: string } {
  const w = messages().code;
  const name = of.voucher?.code ?? of.id;
  return {
    release: { title: w.releaseTitle(name), action: w.releaseAction(of.points), said: w.released },
    extend: {
      title: w.extendTitle(name),
      action: day === null ? w.extend : w.extendAction(day),
      said: w.extended,
    },
    void: { title: w.voidTitle(name), action: w.voidAction, said: w.isVoid },
  }[act];
}

/** What follows from it, before anything is filled in. */
function Consequence({ of, act }: { of: CodePage; act: CodeAct }): JSX.Element | null {
  const w = messages().code;
  if (act === 'void') return <p>{w.voidText}</p>;
  if (act === 'extend') return null;
  const { shopper } = of;
  const name = shopper?.name ?? shopper?.email ?? shopper?.id ?? '';
  return <p>{w.ifReleasedText(formatCount(of.points), name)}</p>;
}

async function post(
  act: CodeAct,
  redemptionId: string,
  order: { reason: string; expiresAt: string },
): Promise<unknown> {
  const routes = api().redemptions[':redemptionId'];
  const param = { redemptionId };
  const { reason } = order;
  if (act === 'extend') return request(routes.extend.$post({ param, json: order }));
  if (act === 'void') return request(routes.void.$post({ param, json: { reason } }));
  return request(routes['give-back'].$post({ param, json: { reason } }));
}
