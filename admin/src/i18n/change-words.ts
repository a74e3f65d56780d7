import { lazyWords } from './lazy-words.ts';
import type { changes } from './changes/en.ts';
import type { changeLabels } from './changes/en-labels.ts';
import type { Widen } from './shape.ts';

/** What is said of the differences between two states of a document. */
export interface ChangeWords {
  readonly changes: Widen<typeof changes>;
  readonly changeLabels: Widen<typeof changeLabels>;
}

const WORDS = lazyWords<ChangeWords>({
  en: () => import('./changes/english.ts'),
  ja: () => import('./changes/japanese.ts'),
});

/** The words of differences in the console's language; null until they have come. */
export const changeWords = (): ChangeWords | null => WORDS.now();
