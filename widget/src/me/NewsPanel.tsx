import { getItem, setItem } from '@okaeri/client/device';
import type { JSX } from 'preact';
import type { Me, Nudge } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { useSignal } from '../ui/signals.ts';

/** Notes that were dismissed, as many as are remembered: there are never more at a time. */
const DISMISSED_MAX = 20;

/** A note stands for one thing that happened or will: another of its kind is a note of its own. */
const keyOf = ({ kind, at }: Nudge): string => `${kind} ${at}`;

/** The notes that are told in words here; a code that ends says so itself. */
const textOf = (model: AppModel, me: Me, nudge: Nudge): string | null => {
  const { say, points, day, end, metric } = model.words;
  switch (nudge.kind) {
    case 'pointsTakenBack':
      return say('takenBack', { points: points(nudge.points), day: day(nudge.at) });
    case 'pointsExpire':
      return say('nextExpiry', { points: points(nudge.points), day: end(nudge.at) });
    case 'tierAtRisk':
      return say('tierAtRisk', {
        missing: metric(me.tier?.metric ?? 'points', nudge.missing),
        day: end(nudge.at),
        tier: model.tierName(nudge.tierId),
      });
    default:
      return null;
  }
};

/** A note, with what takes it away where it may go. */
const Note = (props: {
  text: string;
  dismiss?: { readonly label: string; readonly onClick: () => void };
}): JSX.Element => (
  <p class="note row" part="nudge">
    {props.text}
    {props.dismiss && (
      <button class="close" aria-label={props.dismiss.label} onClick={props.dismiss.onClick}>
        <CloseIcon />
      </button>
    )}
  </p>
);

/** What a shopper should know: what is owed as long as it is, the rest until they have dismissed it. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element | null => {
  const name = `dismissed:${model.snippet.shop}`;
  const dismissed = useSignal((getItem(name) ?? '').split('\n'));
  const { me } = model.state.value;
  if (me === null) return null;
  const { say, points } = model.words;
  const { debt } = me.balance;
  const dismiss = (key: string): void => {
    dismissed.value = [key, ...dismissed.value].slice(0, DISMISSED_MAX);
    setItem(name, dismissed.value.join('\n'));
  };
  return (
    <>
      {debt > 0 && <Note text={say('debt', { points: points(debt) })} />}
      {me.nudges.map((nudge) => {
        const key = keyOf(nudge);
        const text = textOf(model, me, nudge);
        if (text === null || dismissed.value.includes(key)) return null;
        const label = say('dismiss');
        return <Note key={key} text={text} dismiss={{ label, onClick: () => dismiss(key) }} />;
      })}
    </>
  );
};
