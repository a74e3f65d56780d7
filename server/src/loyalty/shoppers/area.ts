import { SECOND_MS } from '../../platform/lib/clock.ts';
import { forgetTerms, indexShoppers } from './index-shoppers.ts';
import { createPlacing } from './place-shoppers.ts';
import type { Area } from '../../area.ts';

const DERIVED = 'It is made anew from the shoppers at any time.';

export const shoppers = {
  name: 'loyalty/shoppers',
  jobs: (deps) => [
    { name: 'indexShoppers', everyMs: SECOND_MS, run: () => indexShoppers(deps) },
    { name: 'placeShoppers', everyMs: SECOND_MS, run: createPlacing(deps) },
  ],
  tables: {
    shoppers: { carried: { id: '' } },
    shopperTerms: {
      carried: { left: DERIVED },
      person: { list: { left: DERIVED }, move: { left: DERIVED }, erase: 'done' },
    },
    shopperChanges: {
      carried: { left: DERIVED },
      person: { list: { left: DERIVED }, move: { left: DERIVED }, erase: { left: DERIVED } },
    },
    erasures: {
      carried: { digest: '' },
      person: {
        list: { left: 'Whoever was erased is nobody to be told.' },
        move: { left: 'Whoever was erased cannot be merged.' },
        erase: { left: 'It is how an erased person stays erased.' },
      },
    },
  },
  person: { erase: forgetTerms },
} satisfies Area;
