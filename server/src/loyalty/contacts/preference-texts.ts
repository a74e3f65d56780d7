import type { WidgetLanguage } from '@okaeri/shared/widget-languages';
import {
  readerLanguage,
  textsIn,
  type TextsByLanguage,
} from '../../platform/lib/reader-language.ts';
import { ar } from './preference-words/ar.ts';
import { de } from './preference-words/de.ts';
import { en } from './preference-words/en.ts';
import { es } from './preference-words/es.ts';
import { fr } from './preference-words/fr.ts';
import { it } from './preference-words/it.ts';
import { ja } from './preference-words/ja.ts';
import { ko } from './preference-words/ko.ts';
import { pt } from './preference-words/pt.ts';
import type { PreferenceTexts } from './preference-words/shape.ts';
import { zhHans } from './preference-words/zh-Hans.ts';
import { zhHant } from './preference-words/zh-Hant.ts';

const TEXTS: TextsByLanguage<PreferenceTexts> = {
  en,
  ja,
  de,
  fr,
  es,
  it,
  pt,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
  ko,
  ar,
};

/** The words for a reader, by a tag or by what their browser accepts. */
export const preferenceTexts = (
  accepted: string,
): PreferenceTexts & { readonly language: WidgetLanguage } => {
  const language = readerLanguage(accepted);
  return { ...textsIn(TEXTS, language), language };
};
