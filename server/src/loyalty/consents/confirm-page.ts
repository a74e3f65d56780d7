import { linkPage } from '../../platform/http/link-page.ts';

interface ConfirmTexts {
  readonly title: string;
  readonly ask: (shop: string) => string;
  readonly button: string;
  readonly confirmed: (shop: string) => string;
  readonly over: string;
  readonly noScript: string;
}

const ENGLISH: ConfirmTexts = {
  title: 'Confirm your subscription',
  ask: (shop) => `Do you want to get news and offers from ${shop} by email?`,
  button: 'Yes, send me email',
  confirmed: (shop) =>
    `Thank you. ${shop} may now send you email. Every message has a link that stops them.`,
  over: 'This link has expired or was replaced by a newer one. Choose again in the shop, and we’ll send you another.',
  noScript: 'Please turn on JavaScript to confirm here.',
};

const JAPANESE: ConfirmTexts = {
  title: 'メール配信の確認',
  ask: (shop) => `${shop}からのお知らせやお得な情報をメールで受け取りますか。`,
  button: '受け取る',
  confirmed: (shop) =>
    `ありがとうございます。${shop}からメールをお送りします。配信は、メール末尾のリンクからいつでも停止できます。`,
  over: 'このリンクは期限が切れたか、新しいものに置き換えられています。ショップでもう一度お選びください。',
  noScript: 'このページではJavaScriptを有効にしてください。',
};

/** Asks to confirm a consent, and says what came of it. */
export const confirmPage = (
  language: string,
  state: 'asks' | 'confirmed' | 'over',
  shopName: string,
): Promise<string> => {
  const isJapanese = /^ja\b/i.test(language);
  const texts = isJapanese ? JAPANESE : ENGLISH;
  const said = {
    asks: texts.ask(shopName),
    confirmed: texts.confirmed(shopName),
    over: texts.over,
  }[state];
  return linkPage({
    language: isJapanese ? 'ja' : 'en',
    title: texts.title,
    text: said,
    buttons: state === 'asks' ? [{ text: texts.button }] : [],
    noScript: texts.noScript,
  });
};
