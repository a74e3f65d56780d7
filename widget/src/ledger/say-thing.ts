import type { BoughtLine } from '@okaeri/shared/ledger';
import { formatDay } from '@okaeri/shared/days';
import type { EarningRule } from '@okaeri/shared/earning';
import type { AppModel } from '../app/model.ts';
import { fill, type Values } from '../i18n/fill.ts';
import type { HistoryKey, HistoryTexts } from '../i18n/messages.ts';
import type { Told } from './sentence-rules.ts';
import type { Thing } from './thing-rules.ts';

/** What the history says with, besides what all panels have. */
export interface HistoryWords {
  readonly say: (key: HistoryKey, values?: Values) => string;
  /** A day, with its year only where it is another one. */
  readonly day: (iso: string) => string;
  /** The month an instant lies in, to compare and to read. */
  readonly monthOf: (iso: string) => string;
  readonly month: (iso: string) => string;
  /** `+82` and `−132`. */
  readonly signed: (points: number) => string;
}

/** Makes the words of the history; the merchant's own stand in their place. */
export const createHistoryWords = (model: AppModel, texts: HistoryTexts): HistoryWords => {
  const { language, count } = model.words;
  const { program, me } = model.state.value;
  const style = { language, timeZone: program?.timeZone };
  const year = (at: string | number): string => formatDay(at, style, { year: 'numeric' });
  // A sandbox has a clock of its own.
  const thisYear = year(me?.asOf ?? Date.now());
  return {
    say: (key, values = {}) =>
      fill(program?.appearance.texts[language]?.[key] ?? texts[key], values, language),
    day: (iso) =>
      formatDay(iso, style, {
        month: 'long',
        day: 'numeric',
        ...(year(iso) !== thisYear && { year: 'numeric' }),
      }),
    monthOf: (iso) =>
      formatDay(iso, { ...style, language: 'en-CA' }, { year: 'numeric', month: '2-digit' }),
    month: (iso) => formatDay(iso, style, { year: 'numeric', month: 'long' }),
    signed: (points) => `${points > 0 ? '+' : points < 0 ? '−' : ''}${count(Math.abs(points))}`,
  };
};

/** The message for a name: `limitReached` is said by `reasonLimitReached`. */
export const keyOf = <Kind extends string, Name extends string>(kind: Kind, name: Name) =>
  `${kind}${name.charAt(0).toUpperCase()}${name.slice(1)}` as `${Kind}${Capitalize<Name>}`;

interface Speech {
  readonly model: AppModel;
  readonly words: HistoryWords;
}

/** What was bought, by its products' names; null where nobody has said them. */
const thingsOf = ({ model, words }: Speech, bought: readonly BoughtLine[]): string | null => {
  const { localize, count, language } = model.words;
  const pieces = new Map<string, number>();
  for (const { product, quantity } of bought) {
    if (product === null) return null;
    const name = localize(product.title);
    pieces.set(name, (pieces.get(name) ?? 0) + quantity);
  }
  const named = [...pieces].map(([name, n]) => (n > 1 ? `${name}\u00A0×\u00A0${count(n)}` : name));
  const [first, ...others] = named;
  if (first === undefined) return null;
  return others.length > 1
    ? words.say('andMore', { first, count: others.length })
    : new Intl.ListFormat(language).format(named);
};

const EARNED_BY = {
  signup: 'kindSignup',
  referral: 'kindReferral',
  tier: 'kindTier',
  challenge: 'kindChallenge',
  streak: 'kindChallenge',
  gift: 'kindGift',
} as const satisfies Readonly<Record<string, HistoryKey>>;

const earnedBy = (kind: string): HistoryKey =>
  (EARNED_BY as Readonly<Record<string, HistoryKey>>)[kind] ?? 'kindOther';

/** The rule an act was rewarded by, where the programme still has it. */
export const actOf = (model: AppModel, { rows }: Thing): EarningRule['on'] | null => {
  const ruleId = rows.find(({ receipt }) => receipt?.ruleId)?.receipt?.ruleId;
  return model.state.value.program?.earning.find(({ id }) => id === ruleId)?.on ?? null;
};

const actName = ({ model, words }: Speech, thing: Thing): string => {
  const ruleId = thing.rows.find(({ receipt }) => receipt?.ruleId)?.receipt?.ruleId ?? null;
  const on = actOf(model, thing);
  const said = on === null || on === 'order' ? '' : model.words.say(keyOf('act', on));
  return model.ruleName(ruleId) ?? (said || words.say('kindAct'));
};

/** A reward in the reader's language: rows name it in the shop's own. */
const rewardName = ({ model }: Speech, label: string): string => {
  const named = model.state.value.program?.rewards.find(
    ({ name }) => (name['en'] ?? Object.values(name)[0]) === label,
  );
  return named ? model.words.localize(named.name) : label;
};

/** What a thing is called. */
export const titleOf = (speech: Speech, thing: Thing): string => {
  const { say } = speech.words;
  const [newest] = thing.rows;
  const { source, kind } = newest;
  if (kind === 'expire') return say('kindExpire');
  if (kind === 'merge') return say('kindMerge');
  if (source?.kind === 'redemption') return rewardName(speech, newest.label);
  if (source?.kind === 'order')
    return thingsOf(speech, newest.bought) ?? say('kindOrder', { id: source.id });
  if (source?.kind === 'act') return actName(speech, thing);
  return newest.reason ?? say(source === null ? 'kindOther' : earnedBy(source.kind));
};

/** One sentence of a receipt. */
export const sentenceOf = (speech: Speech, thing: Thing, told: Told): string => {
  const { model, words } = speech;
  const { say, day } = words;
  const { points: named } = model.words;
  const title = titleOf(speech, thing);
  const isOrder = thing.rows[0].source?.kind === 'order';
  switch (told.kind) {
    case 'brought':
      return isOrder
        ? say('toldBrought', { things: title, points: named(told.points) })
        : say('toldEarned', { title, points: named(told.points) });
    case 'coming':
    case 'gone':
      return say(keyOf('told', told.kind), { things: title, points: named(told.points) });
    case 'nothing':
      return say('toldNothing', { things: title });
    case 'cameBack':
      return cameBack(speech, thing, told, title);
    case 'undone':
    case 'again':
      return say(keyOf('told', told.kind), {
        things: title,
        day: day(told.at),
        points: named(told.points),
      });
    case 'taken':
    case 'givenBack':
      return say(keyOf('told', told.kind), { reward: title, points: named(told.points) });
    case 'merged':
    case 'kept':
    case 'debt':
      return say(keyOf('told', told.kind), { points: named(told.points) });
    case 'given':
    case 'took':
      return say(keyOf('told', told.kind), { points: named(told.points), reason: told.reason });
    case 'expired':
      return say('toldExpired', {
        points: named(told.points),
        since: day(told.since ?? told.at),
        day: day(told.at),
      });
    case 'when':
      return whenOf(speech, told.at);
    case 'because':
      return say(keyOf('reason', told.reason));
    case 'returned':
      return say('receiptReturned');
    default:
      return say(keyOf('told', told.kind));
  }
};

/** When points on the way are the shopper's: on a day, or so long after what the programme waits for. */
export const whenOf = ({ model, words }: Speech, at: string | null): string => {
  if (at !== null) return words.say('rowOn', { day: words.day(at) });
  const rule = model.state.value.program?.earning.find(({ on }) => on === 'order');
  if (rule?.on !== 'order') return '';
  const { days, from } = rule.hold;
  const event = model.words.say(keyOf('event', from));
  return days === 0
    ? model.words.say('holdNone', { event })
    : model.words.say('hold', { count: days, event });
};

function cameBack(
  { model, words }: Speech,
  thing: Thing,
  { back, gone, whole }: Extract<Told, { kind: 'cameBack' }>,
  things: string,
): string {
  const { count, points, money, localize } = model.words;
  const sums = { gone: count(gone), whole: points(whole) };
  if (back.kind === 'all') return words.say('toldAllBack', { things, gone: points(gone) });
  if (back.kind === 'money') {
    const currency = thing.rows.find(({ receipt }) => receipt)?.receipt?.currency ?? 'USD';
    return words.say('toldRefunded', {
      ...sums,
      things,
      money: money(back.refundedMinor, currency),
      total: money(back.grossMinor, currency),
    });
  }
  const pieces = { back: count(back.back), of: count(back.of) };
  const product = back.line?.product;
  return product
    ? words.say('toldCameBack', { ...sums, ...pieces, thing: localize(product.title) })
    : words.say('toldPieces', { ...sums, ...pieces });
}

/** What has become of a thing, in a few words each; none where its day says enough. */
export const stateWords = (speech: Speech, thing: Thing, told: readonly Told[]): string[] => {
  const { say } = speech.words;
  const when = told.find((one) => one.kind === 'when');
  const states = thing.rows.map(({ state }) => state);
  const [lead] = told;
  return [
    lead && leadWords(speech, lead),
    when && whenOf(speech, when.at),
    states.includes('held') && say('stateHeld'),
    states.includes('spent') && say('stateSpent'),
  ].filter((words) => typeof words === 'string' && words !== '') as string[];
};

function leadWords({ model, words: { say } }: Speech, lead: Told): string {
  const { count } = model.words;
  if (lead.kind === 'undone') return say('rowUndone');
  if (lead.kind === 'givenBack') return say('rowGivenBack');
  if (lead.kind === 'nothing') return say('rowNothing');
  if (lead.kind !== 'cameBack') return '';
  const { back } = lead;
  return back.kind === 'pieces'
    ? say('rowCameBack', { back: count(back.back), of: count(back.of) })
    : say(back.kind === 'all' ? 'rowAllBack' : 'rowRefunded');
}
