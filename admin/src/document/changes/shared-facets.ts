import type { Cap } from '@okaeri/shared/caps';
import type { LineScope, OwnExpiry } from '@okaeri/shared/conditions';
import type { Facet, Of } from './facet-rules.ts';
import type { Reading, Side } from './reading.ts';
import {
  audienceText,
  choiceText,
  limitText,
  nameIn,
  ownExpiryText,
  pointsText,
  scopeText,
  timeText,
} from './value-rules.ts';

type Labels = Reading['changeLabels'];
type Texts = Readonly<Record<string, string>>;

/** What is said in the place of a value that is not there. */
interface Known<Value> extends Partial<Facet<Value>> {
  readonly none?: (words: Reading['changes']) => string;
}
type Text<Value> = (value: Value, side: Side, of: Of) => string;

/** A value said with what it is of. */
export const labelled = <Value>(
  label: string,
  text: Text<NonNullable<Value>>,
  { none, ...more }: Known<Value> = {},
): Facet<Value> => ({
  label,
  how: 'labelled',
  text: (value, of) => {
    const w = of.side.changes;
    if (value === undefined || value === null || value === '') return none?.(w) ?? w.nothing;
    return text(value, of.side, of);
  },
  ...more,
});

/** A value that says by itself what it is of, also where there is none. */
export const alone = <Value>(
  label: string,
  text: Text<Value>,
  more: Partial<Facet<Value>> = {},
): Facet<Value> => ({
  label,
  how: 'alone',
  text: (value, of) => text(value, of.side, of),
  ...more,
});

/** A value that is said of a change, and not of a new thing. */
export const quiet = <Value>(
  label: string,
  text: Text<NonNullable<Value>>,
  { none, ...more }: Known<Value> = {},
): Facet<Value> => ({
  ...labelled(label, text, none === undefined ? {} : { none }),
  how: 'quiet',
  ...more,
});

/** A text for each language. */
export const texts = <Value>(label: string): Facet<Value> => ({
  label,
  how: 'quiet',
  byLanguage: true,
  text: (value, { side }) =>
    typeof value === 'string' && value !== '' ? side.changes.quoted(value) : side.changes.nothing,
});

/** On or off; a new thing says it only where it is off. */
export const onOff = ({ common }: Labels): Facet<boolean> =>
  alone(common.enabled, (isOn, side) => (isOn ? side.changes.on : side.changes.off), {
    isUsual: (isOn) => isOn,
  });

/** Yes or no, with what is asked. */
export const yesNo = <Value extends boolean | undefined>(label: string): Facet<Value> => ({
  label,
  how: 'quiet',
  text: (is, { side }) => (is === true ? side.messages.app.yes : side.messages.app.no),
});

/** One of a few. */
export const choice = <Value>(label: string, options: Texts): Facet<Value> =>
  quiet(label, (value, side) => choiceText(value, options, side));

export const limit = ({ common }: Labels): Facet<Cap | null> => alone(common.limit, limitText);

export const ownExpiry = ({ common }: Labels): Facet<OwnExpiry | null> =>
  alone(common.expiry, ownExpiryText);

export const scope = ({ common }: Labels): Facet<LineScope> =>
  alone(common.scope, (value, side) => {
    const what = scopeText(value, side);
    return what === '' ? side.changes.allProducts : side.changes.onlyOn(what);
  });

export const prizePoints = ({ common }: Labels): Facet<number> =>
  alone(common.points, (value, side) => pointsText(value ?? 0, side), {
    isUsual: (value) => value === 0,
  });

export const badgeOf = ({ common }: Labels): Facet<string | null> =>
  labelled(common.badgeId, (id, side) => nameIn('badges', id, side));

export const picture = ({ common }: Labels): Facet<string | undefined> =>
  quiet(common.picture, (_, { changes }) => changes.ownPicture);

/** Tiers or segments that something is for. */
export const those = (
  { common }: Labels,
  key: 'tierIds' | 'segmentIds' | 'channels' | 'markets',
): Facet<string[] | undefined> =>
  alone(common.audience, (ids, side) => audienceText({ [key]: ids }, side));

/** When something begins; of a new one, until when as well. */
export const from = ({ common }: Labels): Facet<string> =>
  quiet(common.from, timeText, {
    how: 'labelled',
    details: (value, { side, thing }) =>
      side.changes.span(
        timeText(value, side),
        timeText(thing['until'], side),
        cityName(side.timeZone),
      ),
  });

function cityName(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
