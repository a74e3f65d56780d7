import type { ChangeWords } from './changes/shape.ts';
import { lazyWords } from './lazy-words.ts';

const WORDS = lazyWords<ChangeWords>({
  en: () => import('./changes/english.ts'),
  ja: () => import('./changes/japanese.ts'),
});

/** The words of differences in the console's language; null until they have come. */
export const changeWords = (): ChangeWords | null => WORDS.now();
