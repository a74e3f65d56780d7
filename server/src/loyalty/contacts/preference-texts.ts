import type { ConsentPurpose } from '@okaeri/shared/consents';
import type { WidgetLanguage } from '@okaeri/shared/widget-languages';
import { readerLanguage } from '../../platform/lib/reader-language.ts';
import { ar } from './preference-words/ar.ts';
import { de } from './preference-words/de.ts';
import { en } from './preference-words/en.ts';
import { es } from './preference-words/es.ts';
import { fr } from './preference-words/fr.ts';
import { it } from './preference-words/it.ts';
import { ja } from './preference-words/ja.ts';
import { ko } from './preference-words/ko.ts';
import { pt } from './preference-words/pt.ts';
import { zhHans } from './preference-words/zh-Hans.ts';
import { zhHant } from './preference-words/zh-Hant.ts';

/** Why a message was sent, or was not: what the page tells of one. */
export type MailReason =
  | { readonly kind: 'agreed'; readonly on: string | null }
  | { readonly kind: 'notRefused' | 'service' }
  | { readonly kind: 'refused' | 'undeliverable' | 'overtaken' | 'tooMany' };

/** What the page behind the last link of an e-mail says. */
export interface PreferenceTexts {
  /** What e-mails of a purpose are called, and what they are about. */
  readonly named: Readonly<Record<ConsentPurpose, string>>;
  readonly about: Readonly<Record<ConsentPurpose, string>>;
  readonly service: string;
  readonly title: (shop: string) => string;
  readonly ask: (shop: string, what: string) => string;
  readonly stopThese: string;
  readonly all: string;
  readonly stop: string;
  readonly start: string;
  readonly on: string;
  readonly off: string;
  readonly stopAll: (shop: string) => string;
  readonly stopped: (shop: string, what: string) => string;
  readonly stoppedAll: (shop: string) => string;
  readonly again: string;
  readonly back: (shop: string, what: string) => string;
  readonly pending: string;
  readonly recent: string;
  readonly sent: (day: string, what: string) => string;
  readonly notSent: (day: string, what: string) => string;
  readonly because: Readonly<Record<MailReason['kind'], string>>;
  readonly becauseAgreedOn: (day: string) => string;
  readonly wrong: string;
}

const TEXTS: Readonly<Record<WidgetLanguage, PreferenceTexts>> = {
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
  return { ...TEXTS[language], language };
};
