import { linkPage } from '../../platform/http/link-page.ts';

interface FollowUpTexts {
  readonly title: string;
  readonly ask: (shop: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly solved: string;
  readonly notSolved: (shop: string) => string;
  readonly over: string;
  readonly noScript: string;
}

const ENGLISH: FollowUpTexts = {
  title: 'Did we put it right?',
  ask: (shop) => `${shop} marked what you had told them as solved. Is it?`,
  yes: 'Yes, it’s solved',
  no: 'No, not yet',
  solved: 'Thank you. We’re glad to hear it.',
  notSolved: (shop) => `Thank you for telling us. ${shop} looks at it again and will write to you.`,
  over: 'There is nothing to answer here any more. Write to the shop if something is not right.',
  noScript: 'Please turn on JavaScript to answer here.',
};

const JAPANESE: FollowUpTexts = {
  title: '問題は解決しましたか',
  ask: (shop) => `${shop}は、いただいたお話を解決済みとしました。解決していますか。`,
  yes: 'はい、解決しました',
  no: 'いいえ、まだです',
  solved: 'ご回答ありがとうございます。お役に立てて何よりです。',
  notSolved: (shop) =>
    `お知らせいただきありがとうございます。${shop}が改めて確認し、ご連絡します。`,
  over: 'この確認は終了しています。お困りのことがあれば、ショップへお問い合わせください。',
  noScript: 'このページではJavaScriptを有効にしてください。',
};

export type FollowUpState = 'asks' | 'solved' | 'notSolved' | 'over';

/** Asks whether a case was put right, and says what came of the answer. */
export const followUpPage = (
  language: string,
  state: FollowUpState,
  shopName: string,
): Promise<string> => {
  const isJapanese = /^ja\b/i.test(language);
  const texts = isJapanese ? JAPANESE : ENGLISH;
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
    language: isJapanese ? 'ja' : 'en',
    title: texts.title,
    text: said,
    buttons: state === 'asks' ? buttons : [],
    noScript: texts.noScript,
  });
};
