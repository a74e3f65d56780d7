import { linkPage } from '../../platform/http/link-page.ts';
import { readerLanguage, textsIn } from '../../platform/lib/reader-language.ts';
import { FOLLOW_UP_TEXTS } from './follow-up-texts.ts';

export type FollowUpState = 'asks' | 'solved' | 'notSolved' | 'over';

/** Asks whether a case was put right, and says what came of the answer. */
export const followUpPage = (
  accepted: string,
  state: FollowUpState,
  shopName: string,
): Promise<string> => {
  const language = readerLanguage(accepted);
  const texts = textsIn(FOLLOW_UP_TEXTS, language);
  const said = {
    asks: texts.ask(shopName),
    solved: texts.solved,
    notSolved: texts.notSolved(shopName),
    over: texts.over,
  }[state];
  const buttons = [
    { name: 'solved', value: 'yes', text: texts.yes },
    { name: 'solved', value: 'no', text: texts.no },
  ];
  return linkPage({
    language,
    title: texts.title,
    text: said,
    buttons: state === 'asks' ? buttons : [],
  });
};
