import type { Messages } from './shape.ts';
import { appWords } from './ja/app.ts';
import { accountWords } from './ja/account.ts';
import { appearanceWords } from './ja/appearance.ts';
import { dataWords } from './ja/data.ts';
import { documentWords } from './ja/document.ts';
import { homeWords } from './ja/home.ts';
import { importsWords } from './ja/imports.ts';
import { integrationsWords } from './ja/integrations.ts';
import { mailWords } from './ja/mail.ts';
import { programWords } from './ja/program.ts';
import { referralsWords } from './ja/referrals.ts';
import { reviewPagesWords } from './ja/review-pages.ts';
import { reviewsWords } from './ja/reviews.ts';
import { settingsWords } from './ja/settings.ts';
import { setupWords } from './ja/setup.ts';
import { programFieldsMessages } from './ja/program-fields.ts';
import { shoppersWords } from './ja/shoppers.ts';

/** What it says in Japanese. */
export const ja: Messages = {
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
