/** The words every page view pays for: the launcher and the inline elements. */
export interface FirstMessages {
  readonly $code: 'en' | 'ja';
  readonly open: (programme: string) => string;
  readonly earn: (points: string) => string;
  readonly join: string;
}

const en: FirstMessages = {
  $code: 'en',
  open: (programme) => `Open ${programme}`,
  earn: (points) => `Earn ${points}`,
  join: 'Rewards',
};

const ja: FirstMessages = {
  $code: 'ja',
  open: (programme) => `${programme}を開く`,
  earn: (points) => `${points}たまります`,
  join: '特典',
};

/** The language of the snippet, else of the page, else of the browser; English where it is none of ours. */
export const pickMessages = (wanted: string | null): FirstMessages => {
  const tags = [wanted, document.documentElement.lang, navigator.language];
  const tag = tags.find((candidate) => candidate) ?? 'en';
  return tag.toLowerCase().startsWith('ja') ? ja : en;
};
