import type { FaultWords } from './faults/shape.ts';
import { lazyWords } from './lazy-words.ts';

const WORDS = lazyWords<FaultWords>({
  en: () => import('./faults/en.ts'),
  ja: () => import('./faults/ja.ts'),
});

/** The words of faults in the console's language; null until they have come. */
export const faultWords = (): FaultWords | null => WORDS.now();

/** Waits for them: whoever tells of a fault right afterwards has its sentence. */
export const loadFaultWords = (): Promise<void> => WORDS.load();
