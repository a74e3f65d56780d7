/** The few words a server-rendered page of reviews needs. */
export interface PageTexts {
  readonly average: (average: string, count: number) => string;
  readonly stars: (rating: number) => string;
  readonly verified: string;
  readonly notVerified: string;
  readonly insider: string;
  readonly offered: string;
  readonly imported: (source: string) => string;
  readonly reply: string;
}

const ENGLISH: PageTexts = {
  average: (average, count) =>
    `${average} out of 5, from ${count} ${count === 1 ? 'review' : 'reviews'} written here`,
  stars: (rating) => `${rating} out of 5`,
  verified: 'Verified buyer',
  notVerified: 'Purchase not verified',
  insider: 'Belongs to this shop',
  offered: 'Points were offered for this review',
  imported: (source) => `Brought from ${source}`,
  reply: 'The shop answers',
};

const JAPANESE: PageTexts = {
  average: (average, count) => `当店に寄せられたレビュー${count}件の平均：5点中${average}点`,
  stars: (rating) => `5点中${rating}点`,
  verified: '購入確認済み',
  notVerified: '購入は未確認',
  insider: '当店の関係者',
  offered: 'ポイント進呈あり',
  imported: (source) => `${source}からの移行`,
  reply: 'ショップからの返信',
};

/** The words in a language: Japanese where it is, English everywhere else. */
export const pageTexts = (language: string): PageTexts =>
  /^ja\b/i.test(language) ? JAPANESE : ENGLISH;
