import type { TextsByLanguage } from '../lib/reader-language.ts';

/** What a page behind a link says where scripts are off; drafted by a machine but for English and Japanese. */
export const NO_SCRIPT: TextsByLanguage<string> = {
  en: 'Please turn on JavaScript to answer here.',
  ja: 'このページではJavaScriptを有効にしてください。',
  de: 'Bitte schalten Sie JavaScript ein, um hier zu antworten.',
  fr: 'Activez JavaScript pour répondre ici.',
  es: 'Activa JavaScript para responder aquí.',
  it: 'Attiva JavaScript per rispondere qui.',
  pt: 'Ative o JavaScript para responder aqui.',
  'zh-Hans': '请开启 JavaScript 以在此回答。',
  'zh-Hant': '請開啟 JavaScript 以在此回答。',
  ko: '여기에서 답변하려면 JavaScript를 켜 주세요.',
  ar: 'يرجى تفعيل JavaScript للإجابة هنا.',
};
