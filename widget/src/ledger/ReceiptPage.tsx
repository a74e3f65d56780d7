import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { AppModel } from '../app/model.ts';
import { BackIcon } from '../ui/icons.tsx';
import { Tile } from '../app/Tile.tsx';
import { ChevronIcon } from '../ui/panel-icons.tsx';
import { useSignal } from '../ui/signals.ts';
import type * as Exact from './ExactNumbers.tsx';
import { iconOf } from './icon-rules.ts';
import type { HistoryWords } from './history-words.ts';
import { actOf, keyOf, sentenceOf, titleOf } from './say-thing.ts';
import { backOf, toldOf } from './sentence-rules.ts';
import { exactlyKept, sumOf, type SumLine } from './sum-rules.ts';
import { pictureOf, type Thing } from './thing-rules.ts';

interface Props {
  readonly model: AppModel;
  readonly words: HistoryWords;
  readonly thing: Thing;
}

/** `¥5,300 ÷ ¥20`, or what of the money came back. */
const reckoning = ({ model, thing }: Props, line: SumLine): string | null => {
  if (line.kind === 'between') return null;
  const { money, count, say } = model.words;
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
    return say('partOf', { part: total('refundedMinor'), whole: total('grossMinor') });
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

const lineName = ({ model, words }: Props, line: SumLine): string => {
  if (line.kind === 'between') return '…';
  const { say, language } = model.words;
  const what = line.what === 'undone' ? say('rowUndone') : say(keyOf('line', line.what));
  return [words.day(line.row.effectiveAt), what].join(language === 'ja' ? '・' : ' · ');
};

const Sum = (props: Props): JSX.Element | null => {
  const { words, thing, model } = props;
  const lines = sumOf(thing);
  if (lines.length === 0) return null;
  return (
    <ol class="list" part="receipt-sum">
      {lines.map((line, at) => {
        const points = line.kind === 'row' ? line.row.points : line.points;
        return (
          <li key={at} class="row card">
            <span>
              {lineName(props, line)}
              <small class="quiet-text" dir="auto">
                {reckoning(props, line)}
              </small>
            </span>
            <b class={points > 0 ? 'amount gain' : 'amount'} dir="ltr">
              {words.signed(points)}
            </b>
          </li>
        );
      })}
      {lines.length > 1 && (
        <li class="row card total">
          <span>{model.words.say('keep')}</span>
          <b class="amount">{model.words.count(thing.points)}</b>
        </li>
      )}
    </ol>
  );
};

const Rounding = ({ thing, model }: Props): JSX.Element | null => {
  const { say, language } = model.words;
  const exact = exactlyKept(thing);
  if (exact === null) return null;
  const written = exact.toLocaleString(language, { maximumFractionDigits: 2 });
  return <p class="quiet-text">{say('exactKept', { exact: written })}</p>;
};

/** The answer to "why?" in full, folded, and fetched when it is unfolded. */
const Exactly = (props: Props): JSX.Element => {
  const { say } = props.model.words;
  const drawn = useSignal<typeof Exact | null>(null);
  const show = async (): Promise<void> => {
    // A chunk that did not come is asked for when it is folded or unfolded again.
    drawn.value = await import('./ExactNumbers.tsx').catch(() => null);
  };
  return (
    <details onToggle={() => void show()}>
      <summary class="row">
        {say('exactNumbers')}
        <ChevronIcon />
      </summary>
      {drawn.value ? <drawn.value.ExactNumbers {...props} /> : <p>{say('loading')}</p>}
    </details>
  );
};

/** Why a thing brought or cost what it did: a sentence, the sum, and the exact numbers folded. */
export const ReceiptPage = (props: Props & { onBack: () => void }): JSX.Element => {
  const { model, thing, onBack } = props;
  const [lead, ...rest] = toldOf(thing, model.state.value.me?.balance.debt ?? 0);
  const heading = useRef<HTMLHeadingElement | null>(null);
  // The focus goes with the reader, as to a page behind the home.
  useEffect(() => heading.current?.focus(), []);
  return (
    <article class="receipt" part="receipt">
      <div class="bar">
        <button class="close back" aria-label={model.words.say('back')} onClick={onBack}>
          <BackIcon />
        </button>
        <h3 ref={heading} tabIndex={-1}>
          {titleOf(props, thing)}
        </h3>
      </div>
      <div class="row">
        <Tile icon={iconOf(thing, actOf(model, thing))} picture={pictureOf(thing)} />
        <p class="told">{sentenceOf(props, thing, lead)}</p>
      </div>
      {rest.map((told) => (
        <p key={told.kind}>{sentenceOf(props, thing, told)}</p>
      ))}
      <Sum {...props} />
      <Rounding {...props} />
      <Exactly {...props} />
    </article>
  );
};
