import { appWords } from './en/app.ts';
import { accountWords } from './en/account.ts';
import { appearanceWords } from './en/appearance.ts';
import { dataWords } from './en/data.ts';
import { documentWords } from './en/document.ts';
import { homeWords } from './en/home.ts';
import { importsWords } from './en/imports.ts';
import { integrationsWords } from './en/integrations.ts';
import { mailWords } from './en/mail.ts';
import { programWords } from './en/program.ts';
import { referralsWords } from './en/referrals.ts';
import { reviewPagesWords } from './en/review-pages.ts';
import { reviewsWords } from './en/reviews.ts';
import { settingsWords } from './en/settings.ts';
import { setupWords } from './en/setup.ts';
import { programFieldsMessages } from './en/program-fields.ts';
import { shoppersWords } from './en/shoppers.ts';

/** What the console says, in English. Sentences that count are functions of the count. */
export const en = {
  ...appWords,
  ...accountWords,
  ...appearanceWords,
  ...dataWords,
  ...documentWords,
  ...homeWords,
  ...importsWords,
  ...integrationsWords,
  ...mailWords,
  ...programWords,
  ...referralsWords,
  ...reviewPagesWords,
  ...reviewsWords,
  ...settingsWords,
  ...setupWords,
  ...shoppersWords,
  ...programFieldsMessages,
};
