import type { OkaeriApi } from './okaeri-api.ts';

/** The words shoppers agree to. A wording somebody has agreed to never changes: new words get a new id. */
const WORDINGS = {
  wordings: [
    {
      id: 'news-1',
      purpose: 'marketing',
      texts: {
        en: 'Komorebi may email me about new beans and offers, about twice a month.',
        ja: '新しい豆や特典のお知らせを、月に2回ほどメールで受け取ります。',
      },
    },
  ],
};

const SETTINGS = {
  // It stands at the end of every message but those that are waited for.
  imprint: 'Komorebi Coffee\n12 Teramachi, Kyoto 600-0001, Japan',
  // Whoever tries the shop for an hour wants to see all of what it can say.
  daysBetween: 0,
  perMonth: 30,
};

/** Says to which words shoppers agree, and who writes to them. Said again nothing changes. */
export const seedContacts = async (okaeri: OkaeriApi): Promise<void> => {
  await okaeri.saveOnce('/contacts/wordings', '"w0"', WORDINGS);
  await okaeri.saveOnce('/contacts/settings', '"c0"', SETTINGS);
};
