import { formatMoney } from '@okaeri/shared/money-format';
import type { Cap } from '@okaeri/shared/caps';
import type { Audience, LineScope, OwnExpiry } from '@okaeri/shared/conditions';
import type { Points } from '@okaeri/shared/earning';
import type { Reading, Side } from './reading.ts';

type Texts = Readonly<Record<string, string>>;

/** A number as the language writes it; what is typed and none yet, as it is. */
export const numberText = (value: unknown, { language }: Pick<Reading, 'language'>): string =>
  typeof value === 'number'
    ? new Intl.NumberFormat(language, { maximumFractionDigits: 4 }).format(value)
    : String(value);

/** `1 point`, `250 points`. */
export const pointsText = (value: unknown, side: Side): string =>
  side.changes.points(numberText(value, side), value === 1);

export const daysText = (value: unknown, side: Side): string =>
  side.changes.days(numberText(value, side), value === 1);

export const monthsText = (value: unknown, side: Side): string =>
  side.changes.months(numberText(value, side), value === 1);

/** Money from minor units. */
export const moneyText = (minor: unknown, side: Side, currency = side.currency): string =>
  typeof minor === 'number' && /^[A-Z]{3}$/.test(currency)
    ? formatMoney(minor, currency, side.language)
    : String(minor);

/** Amounts of several currencies. */
export const amountsText = (value: Readonly<Record<string, number>>, side: Side): string =>
  side.changes.and(
    Object.entries(value).map(([currency, minor]) => moneyText(minor, side, currency)),
  );

/** A time on a clock of the program. */
export const timeText = (value: unknown, side: Side): string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))
    ? new Intl.DateTimeFormat(side.language, {
        dateStyle: side.language === 'ja' ? 'long' : 'medium',
        timeStyle: 'short',
        timeZone: side.timeZone,
      }).format(new Date(value))
    : side.changes.noTime;

/** `March 31`, of `03-31`. */
export const monthDayText = (value: string, { language }: Pick<Reading, 'language'>): string => {
  const at = Date.parse(`2024-${value}T00:00:00Z`);
  return Number.isNaN(at)
    ? value
    : new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
        at,
      );
};

/** What a text in several languages says in the reader's. */
export const wordsIn = (texts: unknown, { language }: Pick<Reading, 'language'>): string => {
  const known = (typeof texts === 'object' && texts !== null ? texts : {}) as Texts;
  return known[language] ?? known['en'] ?? Object.values(known)[0] ?? '';
};

/** What things of a list are called, wherever of both states they stand. */
export const namesIn = (list: string, ids: readonly string[], side: Reading): string =>
  side.changes.and(ids.map((id) => nameIn(list, id, side)));

/** One of them. */
export const nameIn = (list: string, id: string, side: Reading): string => {
  for (const document of side.documents) {
    const things = (document as Readonly<Record<string, unknown>> | null)?.[list];
    const found = Array.isArray(things)
      ? (things as readonly { id?: unknown; name?: unknown; on?: unknown }[]).find(
          (one) => one.id === id,
        )
      : undefined;
    if (found !== undefined) return thingName(found, side);
  }
  return side.changes.gone;
};

/** What a thing is called: by the merchant, or as a rule by what it is for. */
export const thingName = (thing: { name?: unknown; on?: unknown }, as: Reading): string => {
  const said = wordsIn(thing.name, as);
  if (said !== '') return said;
  const { earningRules } = as.messages;
  const { on } = thing;
  return typeof on === 'string' && on in earningRules
    ? earningRules[on as keyof typeof earningRules].name
    : as.changes.nameless;
};

/** A fixed number of points, or a rate for each currency. */
export const givenText = (value: Points, side: Side): string => {
  const w = side.changes;
  const rates = Object.entries(value.per ?? {}).map(([currency, rate]) => {
    const amount = moneyText(rate.amountMinor, side, currency);
    const points = pointsText(rate.points, side);
    return rate.wholeSteps === true ? w.perWhole(points, amount) : w.perAmount(points, amount);
  });
  return rates.length > 0 ? w.and(rates) : pointsText(value.fixed ?? 0, side);
};

/** Whom something is for; empty for everyone. */
export const whoText = (value: Audience, side: Side): string => {
  const { audience: w, and } = side.changes;
  const { tierIds, segmentIds, channels, markets } = value;
  return and([
    ...(tierIds ? [w.tierIds(namesIn('tiers', tierIds, side))] : []),
    ...(segmentIds ? [w.segmentIds(namesIn('segments', segmentIds, side))] : []),
    ...(channels ? [w.channels(and(channels.map(side.changes.quoted)))] : []),
    ...(markets ? [w.markets(and(markets.map((one) => marketName(one, side))))] : []),
  ]);
};

/** The same of a list of tiers or segments alone, with what it means. */
export const audienceText = (value: Audience, side: Side): string => {
  const who = whoText(value, side);
  return who === '' ? side.changes.everyone : side.changes.audienceOnly(who);
};

/** Which lines of an order something is about. */
export const scopeText = (value: LineScope, side: Side): string => {
  const { scope: w, and, quoted } = side.changes;
  const { productIds, collectionIds, tags } = value;
  return and([
    ...(productIds ? [w.productIds(productsText(productIds, side))] : []),
    ...(collectionIds ? [w.collectionIds(side.changes.collections(collectionIds.length))] : []),
    ...(tags ? [w.tags(and(tags.map(quoted)))] : []),
  ]);
};

/** Products by their names where all of them are known, else how many. */
export const productsText = (ids: readonly string[], side: Reading): string => {
  const names = ids.flatMap((id) => side.productNames.get(id) ?? []);
  return names.length === ids.length && names.length > 0 && names.length <= 5
    ? side.changes.and(names)
    : side.changes.products(ids.length);
};

/** How often, or how much, within a time. */
export const limitText = (value: Cap | null | undefined, side: Side): string => {
  const w = side.changes;
  if (value === null || value === undefined) return w.noLimit;
  const parts = [
    ...(value.count === undefined
      ? []
      : [w.count[value.every](numberText(value.count, side), value.count === 1)]),
    ...(value.points === undefined ? [] : [w.most[value.every](pointsText(value.points, side))]),
  ];
  const said = w.sentence(parts);
  return value.every === 'rolling' ? w.withinDays(said, daysText(value.days ?? 0, side)) : said;
};

/** An end of their own for some points. */
export const ownExpiryText = (value: OwnExpiry | null | undefined, side: Side): string => {
  const w = side.changes;
  if (value === null || value === undefined) return w.expiresLikeAll;
  return value.kind === 'perLot'
    ? w.expiresAfter(daysText(value.days, side))
    : w.expiresOn(timeText(value.at, side));
};

/** One of a few, by what it is called; what is none of them is said to be nothing. */
export const choiceText = (value: unknown, texts: Texts, side: Reading): string =>
  typeof value === 'string' && Object.hasOwn(texts, value)
    ? (texts[value] ?? side.changes.nothing)
    : side.changes.nothing;

function marketName(code: string, side: Reading): string {
  if (!/^[A-Z]{2}$/.test(code)) return side.changes.quoted(code);
  return new Intl.DisplayNames(side.language, { type: 'region' }).of(code) ?? code;
}
