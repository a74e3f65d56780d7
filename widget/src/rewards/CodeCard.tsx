import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Redemption } from '@okaeri/shared/redemptions';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import type { RewardsModel } from './rewards-model.ts';

const COPIED_MS = 2000;

/** Copies a text; where the page may not, the code is selected for the shopper to copy. */
const copyText = async (text: string, element: HTMLElement | null): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (element) getSelection()?.selectAllChildren(element);
    return false;
  }
};

/** A code in hand: to copy, to use, or to give back. */
export const CodeCard = (props: {
  model: AppModel;
  rewards: RewardsModel;
  redemption: Omit<Redemption, 'balance'>;
  fresh: boolean;
}): JSX.Element | null => {
  const { model, rewards, redemption, fresh } = props;
  const { messages, words } = model;
  const copied = useSignal(false);
  const code = useRef<HTMLElement>(null);
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that was pressed may be gone; the code is what the shopper came for.
    if (fresh) card.current?.focus();
  }, [fresh]);
  const { voucher } = redemption;
  if (voucher === null) return null;
  const copy = async (): Promise<void> => {
    copied.value = await copyText(voucher.code, code.current);
    if (copied.value) model.announcement.value = messages.copied;
    setTimeout(() => {
      copied.value = false;
    }, COPIED_MS);
  };
  const act = rewards.act.value;
  const mine = act.kind !== 'idle' && act.id === redemption.id;
  return (
    <div ref={card} class={fresh ? 'card code fresh' : 'card code'} part="code" tabIndex={-1}>
      {fresh && <h3>{messages.codeTitle}</h3>}
      <p class="value">{words.money(voucher.valueMinor, voucher.currency)}</p>
      <div class="copy-row">
        <code ref={code}>{voucher.code}</code>
        <Button onClick={() => void copy()}>
          {copied.value ? messages.copied : messages.copy}
        </Button>
      </div>
      <p class="quiet-text">{messages.codeText(words.day(voucher.expiresAt))}</p>
      {mine && act.kind === 'failed' && (
        <p class="alert" role="alert">
          {act.offline ? messages.noAnswer : messages.failed}
        </p>
      )}
      {redemption.releasable && (
        <Button
          quiet
          busy={mine && act.kind === 'busy'}
          onClick={() => void rewards.release(redemption.id)}
        >
          {mine && act.kind === 'failed' ? messages.retry : messages.undo}
        </Button>
      )}
    </div>
  );
};
