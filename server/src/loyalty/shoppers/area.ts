import { shopperTables } from './tables.ts';
import { SECOND_MS } from '../../platform/lib/clock.ts';
import { forgetTerms, indexShoppers } from './index-shoppers.ts';
import { leaveStageChanges, listStageChanges } from './stage-changes.ts';
import { createSegmentRefresh } from './refresh-segments.ts';
import type { Area } from '../../area.ts';

const DERIVED = 'It is made anew from the shoppers at any time.';

export const shoppers = {
  name: 'loyalty/shoppers',
  events: ['shopper.created', 'shopper.enrolled'],
  schema: [shopperTables],
  jobs: (deps) => [
    { name: 'indexShoppers', everyMs: SECOND_MS, run: () => indexShoppers(deps) },
    { name: 'refreshSegments', everyMs: SECOND_MS, run: createSegmentRefresh(deps) },
  ],
  tables: {
    shoppers: {
      carried: { id: '' },
      person: {
        list: { skipped: 'The record begins with it.' },
        move: { skipped: 'Merging joins the two profiles.' },
        erase: { skipped: 'Erasing ends with it.' },
      },
    },
    shopperTerms: {
      carried: { skipped: DERIVED },
      person: { list: { skipped: DERIVED }, move: { skipped: DERIVED }, erase: 'done' },
    },
    shopperRanks: {
      carried: { skipped: DERIVED },
      person: { list: { skipped: DERIVED }, move: { skipped: DERIVED }, erase: 'done' },
    },
    stageChanges: {
      carried: { shopperId: '', day: Number.MIN_SAFE_INTEGER },
      person: {
        list: 'done',
        move: 'done',
        erase: { skipped: 'They name nobody, and how long everybody stays is counted by them.' },
      },
    },
    shopperChanges: {
      carried: { skipped: DERIVED },
      person: {
        list: { skipped: DERIVED },
        move: { skipped: DERIVED },
        erase: { skipped: DERIVED },
      },
    },
    erasures: {
      carried: { digest: '' },
      person: {
        list: { skipped: 'There is nobody to show it to once a person was erased.' },
        move: { skipped: 'A person who was erased cannot be merged.' },
        erase: { skipped: 'It is how an erased person stays erased.' },
      },
    },
  },
  personalData: { list: listStageChanges, move: leaveStageChanges, erase: forgetTerms },
} satisfies Area;
