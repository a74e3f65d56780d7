import type { BoughtLine } from '@okaeri/shared/ledger';
import type { EarningRule } from '@okaeri/shared/earning';
import type { AppModel } from '../app/model.ts';
import type { Values } from '../i18n/fill.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { HistoryWords } from './history-words.ts';
import type { Told, ToldFacts } from './sentence-rules.ts';
import type { Thing } from './thing-rules.ts';

/** The message for a name: `limitReached` is said by `reasonLimitReached`. */
export const keyOf = <Kind extends string, Name extends string>(kind: Kind, name: Name) =>
  `${kind}${name.charAt(0).toUpperCase()}${name.slice(1)}` as `${Kind}${Capitalize<Name>}`;

interface Speech {
  readonly model: AppModel;
  readonly words: HistoryWords;
}

/** What was bought, by its products' names; null where nobody has said them. */
const thingsOf = ({ model }: Speech, bought: readonly BoughtLine[]): string | null => {
  const { localize, count, say } = model.words;
  const pieces = new Map<string, number>();
  for (const { product, quantity } of bought) {
    if (product === null) return null;
    const name = localize(product.title);
    pieces.set(name, (pieces.get(name) ?? 0) + quantity);
  }
  const named = [...pieces].map(([name, n]) => (n > 1 ? `${name}\u00A0×\u00A0${count(n)}` : name));
  const [first, ...others] = named;
  if (first === undefined) return null;
  return others.length > 0 ? say('andMore', { first, count: others.length }) : first;
};

/** The rule an act was rewarded by, where the programme still has it. */
export const actOf = ({ state }: AppModel, thing: Thing): EarningRule['on'] | null =>
  state.value.program?.earning.find(({ id }) => id === ruleIdOf(thing))?.on ?? null;

const ruleIdOf = ({ rows }: Thing): string | null =>
  rows.find(({ receipt }) => receipt?.ruleId)?.receipt?.ruleId ?? null;

/** A reward in the reader's language: rows name it in the shop's own. */
const rewardName = ({ model }: Speech, label: string): string => {
  const named = model.state.value.program?.rewards.find(
    ({ name }) => (name['en'] ?? Object.values(name)[0]) === label,
  );
  return named ? model.words.localize(named.name) : label;
};

/** What a thing is called. */
export const titleOf = (speech: Speech, thing: Thing): string => {
  const { model } = speech;
  const { say } = model.words;
  const [{ source, kind, label, bought, reason }] = thing.rows;
  if (kind === 'expire') return say('kindExpire');
  switch (source?.kind) {
    case undefined:
      return say('kindMerge');
    case 'redemption':
      return rewardName(speech, label);
    case 'order':
      return thingsOf(speech, bought) ?? say('kindOrder', { id: source?.id ?? '' });
    case 'act':
      return model.ruleName(ruleIdOf(thing)) ?? say(ACTS[actOf(model, thing) ?? ''] ?? 'kindAct');
    default:
      // What the shop gives in a case has a word of ours, whatever the language.
      if (reason === 'recovery') return say('sourceRecovery');
      return reason ?? say(SOURCES[source?.kind ?? ''] ?? 'kindOther');
  }
};

/** One sentence of a receipt. */
export const sentenceOf = (speech: Speech, thing: Thing, told: Told): string => {
  const { say } = speech.model.words;
  if (told.kind === 'when') return whenOf(speech, told.at);
  if (told.kind === 'because') return say(keyOf('reason', told.because));
  return say(keyOf('told', told.kind), valuesOf(speech, thing, told));
};

/** What has become of a thing, in a few words each; none where its day says enough. */
export const stateWords = (speech: Speech, thing: Thing, told: readonly Told[]): string[] =>
  told.flatMap((one) => {
    if (one.kind === 'when') return whenOf(speech, one.at);
    const key = one.kind === 'because' ? undefined : IN_ROW[one.kind];
    return key ? speech.model.words.say(key, valuesOf(speech, thing, one)) : [];
  });

/** Whatever a sentence may want to know. */
function valuesOf({ model, words }: Speech, thing: Thing, told: ToldFacts): Values {
  const { points, money, localize, language } = model.words;
  const currency = thing.rows.find(({ receipt }) => receipt)?.receipt?.currency ?? 'USD';
  const { line, at, since, reason, gone, whole, back, of, refundedMinor, grossMinor } = told;
  return {
    things: line?.product ? localize(line.product.title) : titleOf({ model, words }, thing),
    points: points(told.points ?? 0),
    // Where a number does not stand alone in a sentence, it has its name.
    gone: /^(ja|ko|zh)/.test(language) ? points(gone ?? 0) : (gone ?? 0),
    whole: points(whole ?? 0),
    back: back ?? '',
    of: of ?? '',
    reason: reason ?? '',
    day: at ? words.day(at) : '',
    since: since ? words.day(since) : '',
    ...(refundedMinor && {
      money: money(refundedMinor, currency),
      total: money(grossMinor ?? 0, currency),
    }),
  };
}

/** When points on the way are the shopper's: on a day, or so long after what the programme waits for. */
function whenOf({ model, words }: Speech, at: string | null): string {
  const { say } = model.words;
  if (at !== null) return say('rowOn', { day: words.day(at) });
  const rule = model.state.value.program?.earning.find(({ on }) => on === 'order');
  if (rule?.on !== 'order') return '';
  const { days, from } = rule.hold;
  const event = say(keyOf('event', from));
  return say(days === 0 ? 'holdNone' : 'hold', { count: days, event });
}

const SOURCES: Readonly<Record<string, MessageKey>> = {
  signup: 'kindSignup',
  referral: 'kindReferral',
  tier: 'kindTier',
  challenge: 'kindChallenge',
  streak: 'kindChallenge',
  gift: 'kindGift',
};

const ACTS: Readonly<Record<string, MessageKey>> = {
  review: 'kindReview',
  photo: 'kindReview',
  birthday: 'kindBirthday',
};

/** What a row of the list says of it too. */
const IN_ROW: Readonly<Partial<Record<Told['kind'], MessageKey>>> = {
  cameBack: 'rowCameBack',
  pieces: 'rowCameBack',
  allBack: 'lineRefund',
  refunded: 'lineRefund',
  undone: 'rowUndone',
  givenBack: 'rowGivenBack',
  waits: 'toldWaits',
  used: 'toldUsed',
};
