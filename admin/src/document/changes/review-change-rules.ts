import type { ReviewAttribute, ReviewSettings } from '@okaeri/shared/review-settings';
import type { Change } from './change-rules.ts';
import { fieldChanges, type Facets } from './facet-rules.ts';
import { listChanges, nameAmong, thingsIn, type AnyFacets } from './list-rules.ts';
import type { DocumentRules } from './reader.ts';
import { sideOf, type Reading } from './reading.ts';
import { choice, labelled, quiet, texts, yesNo } from './shared-facets.ts';
import { daysText, numberText, productsText, wordsIn } from './value-rules.ts';

/** What is different between two states of the settings of reviews, in words. */
export const reviewChanges = (
  before: ReviewSettings,
  after: ReviewSettings,
  reading: Omit<Reading, 'documents'>,
): Change[] => {
  const as: Reading = { ...reading, documents: [after, before] };
  const sides = [sideOf(null, as), sideOf(null, as)] as const;
  const of = { before, after, sides };
  const title = as.changeLabels.reviewSettings.attributes;
  return [
    ...fieldChanges({ ...of, facets: settingFacets(as), subject: '', path: [] }),
    ...listChanges({ ...of, list: 'attributes', facets: attributeFacets(as), title }),
  ];
};

/** How the settings of reviews are spoken of. */
export const reviewWords: DocumentRules<ReviewSettings> = {
  changes: reviewChanges,
  fieldName: ([root = '', id = '', field = ''], document, reading) => {
    const as: Reading = { ...reading, documents: [document] };
    if (root !== 'attributes') return (settingFacets(as) as AnyFacets)[root]?.label ?? '';
    const things = thingsIn(document, root);
    const thing = things.get(id);
    const label = (attributeFacets(as) as AnyFacets)[field]?.label ?? '';
    return thing === undefined ? label : as.changes.named(nameAmong(thing, things, as), label);
  },
};

function settingFacets({ changeLabels, messages }: Reading): Facets<ReviewSettings> {
  const w = changeLabels.reviewSettings;
  const quoted = (label: string) =>
    quiet<string[]>(
      label,
      (all, { changes }) => changes.and(all.map(changes.quoted)) || changes.nothing,
    );
  return {
    from: choice(w.from, messages.reviewSettings.froms),
    askAfterDays: quiet(w.askAfterDays, numberText),
    transitDays: quiet(w.transitDays, daysText),
    transitDaysAbroad: quiet(w.transitDaysAbroad, daysText),
    homeMarkets: quoted(w.homeMarkets),
    askedShare: quiet(w.askedShare, (share, { language }) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(share),
    ),
    byEmail: yesNo(w.byEmail),
    reminders: quiet(w.reminders, numberText),
    remindAfterDays: quiet(w.remindAfterDays, numberText),
    requestText: texts(w.requestText),
    productUrl: quiet(w.productUrl, (url) => url.replace(/[{}]/g, '')),
    insiderTags: quoted(w.insiderTags),
    languages: quiet(w.languages, (tags, { changes, language }) => {
      const names = new Intl.DisplayNames(language, { type: 'language' });
      return changes.and(tags.map((tag) => names.of(tag) ?? tag)) || changes.nothing;
    }),
    attributes: null,
  };
}

function attributeFacets({ changeLabels }: Reading): Facets<ReviewAttribute> {
  const w = changeLabels.reviewSettings;
  return {
    id: null,
    name: texts(changeLabels.common.name),
    choices: labelled(w.choices, (choices, side) =>
      side.changes.and(choices.map(({ name }) => side.changes.quoted(wordsIn(name, side)))),
    ),
    productIds: labelled(w.productIds, (ids, side) =>
      ids.length === 0 ? side.changes.nothing : productsText(ids, side),
    ),
  };
}
