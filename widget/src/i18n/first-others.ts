import type { Language } from './languages.ts';
import type { FirstTexts } from './messages.ts';

/** The first words in every language but English. */
export const FIRST_TEXTS: Readonly<Record<Exclude<Language, 'en'>, FirstTexts>> = {
  ja: ['{name}を開く', '{points}たまります', '特典'],
  de: ['{name} öffnen', '{points} sammeln', 'Prämien'],
  fr: ['Ouvrir {name}', 'Gagnez {points}', 'Récompenses'],
  es: ['Abrir {name}', 'Gana {points}', 'Recompensas'],
  it: ['Apri {name}', 'Guadagna {points}', 'Premi'],
  pt: ['Abrir {name}', 'Ganhe {points}', 'Recompensas'],
  'zh-Hans': ['打开{name}', '可得{points}', '会员奖励'],
  'zh-Hant': ['開啟{name}', '可得{points}', '會員獎勵'],
  ko: ['{name} 열기', '{points} 적립', '리워드'],
  ar: ['افتح {name}', 'اكسب {points}', 'المكافآت'],
};
