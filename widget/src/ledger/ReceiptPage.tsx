import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AppModel } from '../app/model.ts';
import { BackIcon } from '../ui/icons.tsx';
import { Tile } from '../ui/Tile.tsx';
import { ExactNumbers } from './ExactNumbers.tsx';
import { iconOf } from './icon-rules.ts';
import { actOf, keyOf, sentenceOf, titleOf, type HistoryWords } from './say-thing.ts';
import { backOf, toldOf } from './sentence-rules.ts';
import { roundedOf, sumOf, type SumLine } from './sum-rules.ts';
import { pictureOf, type Thing } from './thing-rules.ts';

interface Props {
  readonly model: AppModel;
  readonly words: HistoryWords;
  readonly thing: Thing;
}

/** `¥5,300 ÷ ¥20`, or what of the money came back. */
const reckoning = ({ model, words, thing }: Props, line: SumLine): string | null => {
  if (line.kind === 'between') return null;
  const { money, count } = model.words;
  const { receipt, bought } = line.row;
  if (receipt === null) return null;
  const { currency, rate, multiplier } = receipt;
  if (line.what === 'refund') {
    const back = backOf(bought);
    if (back === null || line.row !== thing.rows[0]) return null;
    const total = (of: 'grossMinor' | 'refundedMinor'): string =>
      money(
        bought.reduce((sum, one) => sum + one[of], 0),
        currency,
      );
    return words.say('partOf', { part: total('refundedMinor'), whole: total('grossMinor') });
  }
  if (line.what === 'undone' || rate === null) return null;
  const campaign = model.campaignName(receipt.campaignId);
  const factors = [rate.points, Number(multiplier)].filter((factor) => factor !== 1);
  const sum = [
    `${money(receipt.basisMinor, currency)} ÷ ${money(rate.amountMinor, currency)}`,
    ...factors.map(count),
  ].join(' × ');
  return campaign === null ? sum : campaign;
};

const lineName = ({ words }: Props, line: SumLine): string => {
  const { say, day } = words;
  if (line.kind === 'between') return say('lineChanges', { count: line.count });
  const what = line.what === 'undone' ? say('rowUndone') : say(keyOf('line', line.what));
  return `${day(line.row.effectiveAt)} · ${what}`;
};

const Sum = (props: Props): JSX.Element | null => {
  const { words, thing, model } = props;
  const lines = sumOf(thing);
  if (lines.length === 0) return null;
  return (
    <ol class="receipt-sum" part="receipt-sum">
      {lines.map((line, at) => {
        const points = line.kind === 'row' ? line.row.points : line.points;
        return (
          <li key={at}>
            <span>
              {lineName(props, line)}
              <small dir="auto">{reckoning(props, line)}</small>
            </span>
            <b class={points > 0 ? 'gain' : ''} dir="ltr">
              {words.signed(points)}
            </b>
          </li>
        );
      })}
      {lines.length > 1 && (
        <li class="total">
          <span>{words.say('keep')}</span>
          <b>{model.words.count(thing.points)}</b>
        </li>
      )}
    </ol>
  );
};

const Rounding = ({ words: { say }, thing, model }: Props): JSX.Element | null => {
  const rounded = roundedOf(thing);
  if (rounded === null) return null;
  const exact = new Intl.NumberFormat(model.words.language, { maximumFractionDigits: 2 }).format(
    rounded.exact,
  );
  return (
    <p class="quiet-text">
      {rounded.kind === 'kept'
        ? say('exactKept', { exact })
        : say('exactRounded', { exact, rounding: say(keyOf('rounding', rounded.rounding)) })}
    </p>
  );
};

/** Why a thing brought or cost what it did: a sentence, the sum, and the exact numbers folded. */
export const ReceiptPage = (props: Props & { onBack: () => void }): JSX.Element => {
  const { model, thing, onBack } = props;
  const [lead, ...rest] = toldOf(thing, model.state.value.me?.balance.debt ?? 0);
  const heading = useRef<HTMLHeadingElement>(null);
  // The focus goes with the reader, as to a page behind the home.
  useEffect(() => heading.current?.focus(), []);
  return (
    <article class="receipt" part="receipt">
      <div class="receipt-head">
        <button class="close back" aria-label={model.words.say('back')} onClick={onBack}>
          <BackIcon />
        </button>
        <h3 ref={heading} tabIndex={-1}>
          {titleOf(props, thing)}
        </h3>
      </div>
      <div class="told">
        <Tile icon={iconOf(thing, actOf(model, thing))} picture={pictureOf(thing)} />
        <p class="lead-sentence">{sentenceOf(props, thing, lead)}</p>
      </div>
      {rest.length > 0 && (
        <div class="told-rest">
          {rest.map((told) => (
            <p key={told.kind}>{sentenceOf(props, thing, told)}</p>
          ))}
        </div>
      )}
      <Sum {...props} />
      <Rounding {...props} />
      <ExactNumbers {...props} />
    </article>
  );
};
