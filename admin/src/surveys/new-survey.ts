import type { SurveyDefinition } from '@okaeri/shared/surveys';
import type { SurveyKind, SurveyQuestion } from '@okaeri/shared/survey-questions';

type Texts = Readonly<Record<string, string>>;

/** What a new survey of a kind asks, in the languages of the console: the established words of each. */
export const newSurvey = (kind: SurveyKind, name: string): SurveyDefinition => ({
  kind,
  name,
  questions: QUESTIONS[kind],
  trigger:
    kind === 'csat'
      ? { kind: 'afterArrival', afterDays: 3 }
      : kind === 'ces'
        ? { kind: 'afterCase', afterDays: 1 }
        : { kind: 'relational', every: 'quarter' },
  sampleRate: 1,
  showsMax: 3,
  mailAfterDays: 3,
  openDays: 14,
  audience: {},
});

/** An id that no question of these has. */
const newQuestionId = (questions: readonly { readonly id: string }[]): string => {
  for (let at = questions.length + 1; ; at += 1)
    if (questions.every(({ id }) => id !== `q${at}`)) return `q${at}`;
};

/** A question in words, as what is added begins. */
export const newQuestion = (questions: readonly { readonly id: string }[]): SurveyQuestion => ({
  id: newQuestionId(questions),
  kind: 'text',
  text: {},
  required: false,
  showIf: null,
});

/** The same question, of another kind. */
export const ofKind = (one: SurveyQuestion, kind: SurveyQuestion['kind']): SurveyQuestion => {
  const { id, text, required, showIf } = one;
  const common = { id, text, required, showIf };
  if (kind === 'text') return { ...common, kind };
  if (kind === 'scale')
    return { ...common, kind, min: 1, max: 5, lowLabel: AGREE.low, highLabel: AGREE.high };
  const option = (at: number) => ({ id: `o${at}`, name: {} });
  return { ...common, kind, options: [option(1), option(2)], choicesMax: 1, words: false };
};

const AGREE = {
  low: { en: 'Strongly disagree', ja: 'まったくそう思わない' },
  high: { en: 'Strongly agree', ja: 'とてもそう思う' },
};

const scale = (
  of: { id: string; min: number; max: number; text: Texts },
  ends: { low: Texts; high: Texts } = AGREE,
): SurveyQuestion => ({
  ...of,
  kind: 'scale',
  required: true,
  showIf: null,
  lowLabel: ends.low,
  highLabel: ends.high,
});

const why = (text: Texts): SurveyQuestion => ({
  id: 'why',
  kind: 'text',
  required: false,
  showIf: null,
  text,
});

const item = (id: string, en: string, ja: string): SurveyQuestion =>
  scale({ id, min: 1, max: 7, text: { en, ja } });

const REASON = {
  en: 'What is the main reason for your score?',
  ja: 'そう答えた主な理由を教えてください。',
};

const QUESTIONS: Readonly<Record<SurveyKind, SurveyQuestion[]>> = {
  nps: [
    scale(
      {
        id: 'score',
        min: 0,
        max: 10,
        text: {
          en: 'How likely are you to recommend us to a friend?',
          ja: '当店をご友人にすすめたいと思いますか？',
        },
      },
      {
        low: { en: 'Not at all likely', ja: 'まったく思わない' },
        high: { en: 'Extremely likely', ja: '非常にそう思う' },
      },
    ),
    why(REASON),
  ],
  csat: [
    scale(
      {
        id: 'score',
        min: 1,
        max: 5,
        text: { en: 'How satisfied are you with your order?', ja: 'ご注文に満足されましたか？' },
      },
      {
        low: { en: 'Very unsatisfied', ja: 'とても不満' },
        high: { en: 'Very satisfied', ja: 'とても満足' },
      },
    ),
    why({ en: 'What could we do better?', ja: '改善してほしい点を教えてください。' }),
  ],
  ces: [
    item(
      'score',
      'We made it easy for you to have your issue handled.',
      'お困りごとの解決は簡単でしたか。',
    ),
    why({ en: 'What would have made it easier?', ja: 'どうすればより簡単でしたか？' }),
  ],
  loyalty: [
    item('recommend', 'I would recommend this shop to others.', '当店を人にすすめたい。'),
    item('stay', 'I will go on buying here.', 'これからも当店で購入したい。'),
    item('tryNew', 'I am willing to try something new here.', '当店の新しい商品を試してみたい。'),
    item('easy', 'It is easy to buy here.', '当店での買い物は簡単だ。'),
    {
      id: 'best',
      kind: 'choices',
      required: false,
      showIf: null,
      text: { en: 'What do you like best about us?', ja: '当店の最もよいところは何ですか？' },
      options: [
        { id: 'products', name: { en: 'The products', ja: '商品' } },
        { id: 'price', name: { en: 'The prices', ja: '価格' } },
        { id: 'delivery', name: { en: 'Delivery', ja: '配送' } },
        { id: 'help', name: { en: 'Help when it is needed', ja: '困ったときの対応' } },
      ],
      choicesMax: 2,
      words: true,
    },
  ],
  custom: [why({ en: 'What would you like to tell us?', ja: 'ご意見をお聞かせください。' })],
};
