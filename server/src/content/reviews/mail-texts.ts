/** The words of e-mails about reviews. */
export interface MailTexts {
  readonly language: 'en' | 'ja';
  readonly subject: (shop: string) => string;
  readonly reminder: (shop: string) => string;
  readonly heading: string;
  readonly intro: string;
  readonly offered: (points: number, photoPoints: number) => string;
  readonly alike: string;
  readonly button: string;
  readonly sentBecause: (shop: string, order: string) => string;
  readonly unsubscribe: string;
  readonly codeSubject: (shop: string) => string;
  readonly codeIntro: string;
  readonly codeClosing: string;
  readonly codeBecause: (shop: string) => string;
}

const ENGLISH: MailTexts = {
  language: 'en',
  subject: (shop) => `How is what you bought from ${shop}?`,
  reminder: (shop) => `Still welcome: your words about your order from ${shop}`,
  heading: 'How is it?',
  intro:
    'Others choose by what buyers say, good or bad. Your own words help them, and us to do better:',
  offered: (points, photoPoints) => {
    const words = [
      ...(points > 0 ? [`${points} points for a review`] : []),
      ...(photoPoints > 0 ? [`${photoPoints} more with a photo`] : []),
    ];
    return words.join(', ');
  },
  alike:
    'The points are the same for every review, whatever it says. It will be shown beside yours that points were offered.',
  button: 'Write a review',
  sentBecause: (shop, order) => `You get this from ${shop} because of your order ${order}.`,
  unsubscribe: 'No more e-mails asking for reviews',
  codeSubject: (shop) => `Your code for ${shop}`,
  codeIntro: 'Type this code in the page that asks for it:',
  codeClosing:
    'It is good for 15 minutes. If it was not you, somebody has your link: do nothing, and nothing will be written in your name.',
  codeBecause: (shop) =>
    `You get this because somebody at ${shop} is about to write, or agree to something, in your name.`,
};

const JAPANESE: MailTexts = {
  language: 'ja',
  subject: (shop) => `${shop}でのお買い物はいかがでしたか`,
  reminder: (shop) => `${shop}より：ご感想をお待ちしています`,
  heading: 'お使い心地はいかがですか',
  intro:
    '良い点も気になる点も、そのままのご感想が、これから選ぶ方の参考になり、当店の改善にもつながります。',
  offered: (points, photoPoints) => {
    const words = [
      ...(points > 0 ? [`レビューで${points}ポイント`] : []),
      ...(photoPoints > 0 ? [`写真つきでさらに${photoPoints}ポイント`] : []),
    ];
    return words.join('、');
  },
  alike:
    'ポイントは、内容や星の数にかかわらず同じです。レビューには「ポイント進呈あり」と表示されます。',
  button: 'レビューを書く',
  sentBecause: (shop, order) => `ご注文（${order}）について、${shop}よりお送りしています。`,
  unsubscribe: 'レビューのお願いメールの配信を停止する',
  codeSubject: (shop) => `${shop}の確認コード`,
  codeIntro: 'コードの入力画面に、次のコードを入力してください。',
  codeClosing:
    'コードの有効期限は15分です。お心当たりがない場合は、リンクが他の方に渡っている可能性があります。何もしなければ、あなたのお名前で投稿されることはありません。',
  codeBecause: (shop) =>
    `${shop}で、お客様のお名前での投稿や同意の手続きが行われているため、お送りしています。`,
};

/** The words in a shopper's language: Japanese where it is, English everywhere else. */
export const mailTexts = (locale: string | null): MailTexts =>
  /^ja\b/i.test(locale ?? '') ? JAPANESE : ENGLISH;
