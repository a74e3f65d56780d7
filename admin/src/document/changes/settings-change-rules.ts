import type { ContactSettings } from '@okaeri/shared/contacts';
import type { PrivacySettings } from '@okaeri/shared/privacy';
import { fieldChanges, type Facets } from './facet-rules.ts';
import type { AnyFacets } from './list-rules.ts';
import type { DocumentRules } from './reader.ts';
import { sideOf, type Reading } from './reading.ts';
import { quiet, yesNo } from './shared-facets.ts';
import { daysText, numberText } from './value-rules.ts';

/** How the limits of what is sent are spoken of. */
export const contactWords: DocumentRules<ContactSettings> = settingsWords((as) => {
  const w = as.changeLabels.contacts;
  const hour = (of: number): string => `${of}:00`;
  const facets: Facets<ContactSettings> = {
    daysBetween: quiet(w.daysBetween, daysText),
    perMonth: quiet(w.perMonth, numberText),
    quietHours: quiet(w.quietHours, ({ from, to }, { changes }) =>
      changes.between(hour(from), hour(to)),
    ),
    consentNeededFor: quiet(w.consentNeededFor, (purposes, { changes }) =>
      purposes.length === 0
        ? changes.nothing
        : changes.and(purposes.map((purpose) => w.purposes[purpose])),
    ),
    doubleOptIn: yesNo(w.doubleOptIn),
    priorities: quiet(w.priorities, (priorities, { changes }) => {
      const said = Object.entries(priorities).map(([kind, of]) => `${kind} ${of}`);
      return said.length === 0 ? changes.nothing : changes.and(said);
    }),
    programmeHoldoutPpm: quiet(w.programmeHoldoutPpm, (ppm) => `${ppm / 10_000} %`),
    addressesChildren: yesNo(w.addressesChildren),
    imprint: quiet(w.imprint, (imprint, { changes }) => imprint ?? changes.nothing),
  };
  return facets;
});

/** How what is deleted by itself is spoken of. */
export const privacyWords: DocumentRules<PrivacySettings> = settingsWords((as) => {
  const w = as.changeLabels.privacy;
  const facets: Facets<PrivacySettings> = {
    forgetGuestsAfterDays: quiet(w.forgetGuestsAfterDays, daysText),
    forgetMembersAfterDays: quiet(w.forgetMembersAfterDays, daysText),
  };
  return facets;
});

/** Of a document whose fields all stand at its root. */
function settingsWords<Document extends Readonly<Record<string, unknown>>>(
  facetsOf: (as: Reading) => AnyFacets,
): DocumentRules<Document> {
  return {
    changes: (before, after, reading) => {
      const as: Reading = { ...reading, documents: [after, before] };
      const sides = [sideOf(null, as), sideOf(null, as)] as const;
      return fieldChanges({
        before: { ...before },
        after: { ...after },
        sides,
        facets: facetsOf(as),
        subject: '',
        path: [],
      });
    },
    fieldName: ([root = ''], document, reading) =>
      facetsOf({ ...reading, documents: [document] })[root]?.label ?? '',
  };
}
