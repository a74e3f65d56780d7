import type { DocumentPath } from '@okaeri/shared/document-difference';
import type { ProgramDocument } from '@okaeri/shared/program';
import { beginning, isSame, type Change } from './change-rules.ts';
import { detailsOf, fieldChanges } from './facet-rules.ts';
import {
  documentFacets,
  loopFacets,
  policyFacets,
  policyText,
  refundFacets,
} from './basics-facets.ts';
import { listChanges, nameAmong, thingsIn, type AnyFacets } from './list-rules.ts';
import type { DocumentRules } from './reader.ts';
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

type Thing = Readonly<Record<string, unknown>>;

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

/** What an entry of a list says of itself: `1 point per $1, pending for 14 days from payment`. */
const details = (
  [list = '', id = '']: DocumentPath,
  document: ProgramDocument,
  reading: Omit<Reading, 'documents'>,
): string => {
  const as: Reading = { ...reading, documents: [document] };
  const thing = thingsIn(document, list).get(id);
  const facets = listFacets(as)[list];
  if (thing === undefined || facets === undefined) return '';
  const text = detailsOf(thing, sideOf(document, as), { ...facets, enabled: null });
  return beginning(text);
};

/** How a program is spoken of. */
export const programWords: DocumentRules<ProgramDocument> = {
  changes: programChanges,
  fieldName,
  details,
};

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
