import type { DocumentPath } from '@okaeri/shared/document-difference';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { LoopThresholds } from '@okaeri/shared/segments';
import type { TierPolicy } from '@okaeri/shared/tiers';
import { fieldChanges, isSame, type Change, type Facets } from './facet-rules.ts';
import { listChanges, nameAmong, thingsIn, type AnyFacets } from './list-rules.ts';
import type { DocumentWords } from './reader.ts';
import {
  badgeFacets,
  campaignFacets,
  challengeFacets,
  giftFacets,
  segmentFacets,
  streakFacets,
  tierFacets,
} from './program-facets.ts';
import { sideOf, type Reading, type Side } from './reading.ts';
import { rewardFacets } from './reward-facets.ts';
import { ruleFacets } from './rule-facets.ts';
import { choice, labelled, quiet, texts } from './shared-facets.ts';
import { daysText, moneyText, monthDayText, monthsText, numberText } from './value-rules.ts';

type Thing = Readonly<Record<string, unknown>>;

/** The parts of the program that are pages of their own. */
export type ProgramPart =
  | 'draft'
  | 'earning'
  | 'rewards'
  | 'tiers'
  | 'campaigns'
  | 'segments'
  | 'goals';

/** Where each field of the document is edited. */
export const PART_OF: Readonly<Record<keyof ProgramDocument, ProgramPart>> = {
  name: 'draft',
  pointsName: 'draft',
  timeZone: 'draft',
  currency: 'draft',
  pointValueMinor: 'draft',
  enrolment: 'draft',
  expiry: 'draft',
  refunds: 'draft',
  noticeDays: 'draft',
  rates: 'draft',
  earning: 'earning',
  rewards: 'rewards',
  tiers: 'tiers',
  tierPolicy: 'tiers',
  campaigns: 'campaigns',
  campaignStacking: 'campaigns',
  segments: 'segments',
  loop: 'segments',
  badges: 'goals',
  challenges: 'goals',
  streaks: 'goals',
  gifts: 'goals',
};

/** What is different between two states of a program, in words; empty where they are the same. */
export const programChanges = (
  before: ProgramDocument,
  after: ProgramDocument,
  reading: Omit<Reading, 'documents'>,
): Change[] => {
  const as: Reading = { ...reading, documents: [after, before] };
  const sides = [sideOf(before, as), sideOf(after, as)] as const;
  const root = { before, after, sides, subject: '' };
  const found = [
    ...fieldChanges({ ...root, facets: documentFacets(as), path: [] }),
    ...fieldChanges({
      ...within(root, 'refunds'),
      facets: refundFacets(as),
      path: ['refunds'],
    }),
    ...fieldChanges({ ...within(root, 'loop'), facets: loopFacets(as), path: ['loop'] }),
    ...policyChanges(root, as),
    ...Object.entries(listFacets(as)).flatMap(([list, facets]) =>
      listChanges({ ...root, list, facets, title: listTitle(list, as) }),
    ),
  ];
  if (found.length > 0 || isSame(before, after)) return found;
  return [
    { kind: 'changed', path: [], subject: '', label: as.changes.whole, before: null, after: null },
  ];
};

/** What a field of the program is called, with the thing it is of. */
const fieldName = (
  path: DocumentPath,
  document: ProgramDocument,
  reading: Omit<Reading, 'documents'>,
): string => {
  const as: Reading = { ...reading, documents: [document] };
  const [root = '', key = '', field = ''] = path;
  const facets = listFacets(as)[root];
  if (facets === undefined) {
    const labels: Readonly<Record<string, AnyFacets>> = {
      refunds: refundFacets(as),
      loop: loopFacets(as),
      tierPolicy: policyFacets(as),
    };
    const { tierPolicy } = as.changeLabels.document;
    return (labels[root]?.[key] ?? (documentFacets(as) as AnyFacets)[root])?.label ?? tierPolicy;
  }
  const things = thingsIn(document, root);
  const thing = things.get(key);
  if (thing === undefined) return listTitle(root, as);
  const name = nameAmong(thing, things, as);
  const label = facets[field]?.label ?? '';
  return label === '' ? name : as.changes.named(name, label);
};

/** How a program is spoken of. */
export const programWords: DocumentWords<ProgramDocument> = { changes: programChanges, fieldName };

function listFacets(as: Reading): Readonly<Record<string, AnyFacets>> {
  return {
    earning: ruleFacets(as),
    rewards: rewardFacets(as),
    tiers: tierFacets(as),
    campaigns: campaignFacets(as),
    segments: segmentFacets(as),
    challenges: challengeFacets(as),
    streaks: streakFacets(as),
    badges: badgeFacets(as),
    gifts: giftFacets(as),
  };
}

type Fields = Omit<
  ProgramDocument,
  | 'earning'
  | 'rewards'
  | 'tiers'
  | 'campaigns'
  | 'segments'
  | 'badges'
  | 'challenges'
  | 'streaks'
  | 'gifts'
  | 'refunds'
  | 'loop'
  | 'tierPolicy'
>;

function documentFacets({ changeLabels, messages }: Reading): Facets<Fields> {
  const w = changeLabels.document;
  return {
    name: texts(w.name),
    pointsName: {
      ...texts(w.pointsName),
      text: (value, { side }) => {
        // One of its languages: how one point is called, and several.
        const said = value as { one?: string; other?: string } | undefined;
        const words = [said?.one, said?.other].filter((one) => one !== undefined && one !== '');
        return words.length === 0 ? side.changes.nothing : side.changes.quoted(words.join(' / '));
      },
    },
    timeZone: quiet(w.timeZone, zoneText),
    currency: quiet(w.currency, currencyText),
    pointValueMinor: quiet(w.pointValueMinor, (minor, side) => moneyText(minor, side)),
    enrolment: choice(w.enrolment, messages.program.enrolments),
    expiry: quiet(w.expiry, (expiry, side) => {
      const said = side.changes;
      if (expiry.kind === 'never') return said.expiry.never();
      if (expiry.kind === 'calendar')
        return said.expiry.calendar(
          said.and(expiry.on.map((one) => monthDayText(one, side))),
          daysText(expiry.minimumDays, side),
        );
      const days = daysText(expiry.days, side);
      if (expiry.kind === 'perLot') return said.expiry.perLot(days);
      const what = expiry.activities.map((one) => said.activities[one]);
      return said.expiry.inactivity(days, said.and(what));
    }),
    noticeDays: quiet(w.noticeDays, daysText),
    campaignStacking: choice(w.campaignStacking, messages.programFields.stackings),
    rates: labelled(
      w.rates,
      (rates, side) =>
        side.changes.sentence(
          Object.entries(rates).map(([currency, rate]) =>
            side.changes.rate(currency, `${rate} ${side.currency}`),
          ),
        ) || side.changes.nothing,
    ),
  };
}

function refundFacets({
  changeLabels: { document: w },
  messages,
}: Reading): Facets<ProgramDocument['refunds']> {
  return {
    policy: choice(w.policy, messages.program.refundPolicies),
    returnSpentPoints: choice(w.returnSpentPoints, messages.program.returnSpents),
  };
}

function loopFacets({ changeLabels: { loop: w } }: Reading): Facets<LoopThresholds> {
  return {
    onboardingDays: quiet(w.onboardingDays, daysText),
    postPurchaseDays: quiet(w.postPurchaseDays, daysText),
    loyalOrders: quiet(w.loyalOrders, (count, side) =>
      side.changes.orders(numberText(count, side), count === 1),
    ),
    lapsedDays: quiet(w.lapsedDays, daysText),
  };
}

function policyChanges(root: Root, as: Reading): Change[] {
  const facets = policyFacets(as);
  const [before, after] = [root.before['tierPolicy'], root.after['tierPolicy']];
  if (before && after)
    return fieldChanges({ ...within(root, 'tierPolicy'), facets, path: ['tierPolicy'] });
  if (!before && !after) return [];
  const w = as.changes;
  const label = as.changeLabels.document.tierPolicy;
  const path = ['tierPolicy'];
  return [
    after
      ? {
          kind: 'added',
          path,
          subject: label,
          label: '',
          before: null,
          after: policyText(after, root.sides[1], facets),
        }
      : { kind: 'removed', path, subject: label, label: '', before: w.nothing, after: null },
  ];
}

function policyFacets({ changeLabels: { tierPolicy: w }, messages }: Reading): Facets<TierPolicy> {
  return {
    metric: choice(w.metric, messages.programFields.tierMetrics),
    window: quiet(w.window, windowText),
    downgrade: choice(w.downgrade, messages.programFields.downgrades),
    graceDays: quiet(w.graceDays, daysText),
  };
}

function policyText(policy: unknown, side: Side, facets: Facets<TierPolicy>): string {
  const thing = policy as TierPolicy & Thing;
  const of = { side, thing };
  return side.changes.sentence([
    facets.metric?.text(thing.metric, of) ?? '',
    facets.window?.text(thing.window, of) ?? '',
  ]);
}

function windowText(window: TierPolicy['window'], side: Side): string {
  const { inWindow: w, startingIn } = side.changes;
  if (window.kind === 'lifetime') return w.lifetime();
  if (window.kind === 'rolling') return w.rolling(daysText(window.days, side));
  const length = monthsText(window.months, side);
  if (window.kind === 'anniversary') return w.anniversary(length);
  return startingIn(w.calendar(length), monthName(window.startMonth, side));
}

function monthName(month: number, { language }: Side): string {
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1, 1),
  );
}

function zoneText(zone: string, side: Side): string {
  return typeof zone === 'string' && zone !== ''
    ? (zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone)
    : side.changes.nothing;
}

function currencyText(code: string, { language }: Side): string {
  return /^[A-Z]{3}$/.test(code)
    ? (new Intl.DisplayNames(language, { type: 'currency' }).of(code) ?? code)
    : code;
}

interface Root {
  readonly before: Thing;
  readonly after: Thing;
  readonly sides: readonly [Side, Side];
  readonly subject: string;
}

function within(root: Root, key: string): Root {
  return {
    ...root,
    before: (root.before[key] ?? {}) as Thing,
    after: (root.after[key] ?? {}) as Thing,
  };
}

function listTitle(list: string, { messages: { program, programLists } }: Reading): string {
  if (list === 'earning') return program.earning;
  if (list === 'rewards') return program.rewards;
  return list in programLists ? programLists[list as keyof typeof programLists].title : list;
}
