import type { JSX } from 'preact';
import type { ProgramDocument } from '@okaeri/shared/program';
import { shop } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatMoney, formatShare } from '../lib/format.ts';
import { previewOrder } from './preview-rules.ts';

/** A programme to choose, with what a typical order comes to in it. */
export const ProgramOption = (props: {
  title: string;
  /** What it is to the shop already. */
  badge: string | null;
  document: ProgramDocument;
  amountMinor: number;
  isChosen: boolean;
  onChoose: () => void;
}): JSX.Element => (
  <label class="option">
    <input type="radio" name="template" checked={props.isChosen} onChange={props.onChoose} />
    <span class="grow">
      <strong>{props.title}</strong> {props.badge && <span class="badge good">{props.badge}</span>}
      <Preview document={props.document} amountMinor={props.amountMinor} />
      <Summary document={props.document} />
    </span>
  </label>
);

function Preview(props: { document: ProgramDocument; amountMinor: number }): JSX.Element {
  const { document, amountMinor } = props;
  const currency = shop.value?.currency ?? 'USD';
  const found = previewOrder(document, currency, amountMinor);
  const w = messages().setup;
  if (found === null) return <p class="quiet small">{w.noRate}</p>;
  const order = formatMoney(amountMinor, currency);
  const worth = formatMoney(found.worthMinor, currency);
  return (
    <p class="small">
      {w.earns(order, formatCount(found.points), worth, formatShare(found.share))}
    </p>
  );
}

function Summary({ document }: { document: ProgramDocument }): JSX.Element {
  const w = messages().setup;
  const { expiry, rewards, tiers, earning } = document;
  const count = (of: readonly { readonly enabled: boolean }[]): number =>
    of.filter(({ enabled }) => enabled).length;
  const expires =
    expiry.kind === 'never' ? w.never : 'days' in expiry ? w.expires(expiry.days) : w.otherExpiry;
  const texts = [
    w.has.rules(count(earning)),
    w.has.rewards(count(rewards)),
    ...(tiers.length === 0 ? [] : [w.has.tiers(tiers.length)]),
    expires,
  ];
  return <p class="quiet small">{texts.join(' · ')}</p>;
}
