import { appWords } from './en/app.ts';
import { accountWords } from './en/account.ts';
import { appearanceWords } from './en/appearance.ts';
import { documentWords } from './en/document.ts';
import { homeWords } from './en/home.ts';
import { programWords } from './en/program.ts';
import { referralsWords } from './en/referrals.ts';
import { reviewsWords } from './en/reviews.ts';
import { settingsWords } from './en/settings.ts';
import { setupWords } from './en/setup.ts';
import { shoppersWords } from './en/shoppers.ts';

/** What the console says, in English. Sentences that count are functions of the count. */
export const en = {
  ...appWords,
  ...accountWords,
  ...appearanceWords,
  ...documentWords,
  ...homeWords,
  ...programWords,
  ...referralsWords,
  ...reviewsWords,
  ...settingsWords,
  ...setupWords,
  ...shoppersWords,
};
