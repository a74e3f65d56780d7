import type { ChangeWords } from '@okaeri/shared/change-text';
import { lazyWords } from '../i18n/lazy-words.ts';

/** What is said of changes: the same words as in e-mails. */
export const changeWords = lazyWords<ChangeWords>({
  en: () => import('@okaeri/shared/change-words-en'),
  ja: () => import('@okaeri/shared/change-words-ja'),
});
