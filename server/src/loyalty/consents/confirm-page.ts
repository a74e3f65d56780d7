import { linkPage } from '../../platform/http/link-page.ts';
import { readerLanguage, textsIn } from '../../platform/lib/reader-language.ts';
import { CONFIRM_TEXTS } from './confirm-texts.ts';

/** Asks to confirm a consent, and says what came of it. */
export const confirmPage = (
  accepted: string,
  state: 'asks' | 'confirmed' | 'over',
  shopName: string,
): Promise<string> => {
  const language = readerLanguage(accepted);
  const texts = textsIn(CONFIRM_TEXTS, language);
  const said = {
    asks: texts.ask(shopName),
    confirmed: texts.confirmed(shopName),
    over: texts.over,
  }[state];
  return linkPage({
    language,
    title: texts.title,
    text: said,
    buttons: state === 'asks' ? [{ text: texts.button }] : [],
  });
};
