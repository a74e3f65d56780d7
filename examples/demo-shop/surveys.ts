import { signPerson, type Keys, type Person } from './accounts.ts';
import type { OkaeriApi } from './okaeri-api.ts';

const both = (en: string, ja: string): { en: string; ja: string } => ({ en, ja });

/** Whether members would recommend the shop: asked every quarter. */
const RECOMMEND = {
  kind: 'nps',
  name: 'Recommend Komorebi',
  questions: [
    {
      id: 'score',
      kind: 'scale',
      min: 0,
      max: 10,
      required: true,
      text: both(
        'How likely are you to recommend Komorebi to a friend?',
        'こもれびをご友人にすすめる可能性はどのくらいですか。',
      ),
      lowLabel: both('Not at all likely', 'まったくない'),
      highLabel: both('Extremely likely', 'とても高い'),
    },
    {
      id: 'better',
      kind: 'text',
      text: both('What should we do better?', '改善してほしい点をお聞かせください。'),
      showIf: { questionId: 'score', op: 'atMost', value: 6 },
    },
    {
      id: 'why',
      kind: 'text',
      text: both('What is the main reason?', '主な理由をお聞かせください。'),
      showIf: { questionId: 'score', op: 'atLeast', value: 7 },
    },
  ],
  trigger: { kind: 'relational', every: 'quarter' },
  openDays: 90,
};

/** How a parcel was, three days after it has come. */
const PARCEL = {
  kind: 'csat',
  name: 'Your parcel',
  questions: [
    {
      id: 'score',
      kind: 'scale',
      min: 1,
      max: 5,
      required: true,
      text: both('How satisfied are you with your order?', 'ご注文の満足度をお聞かせください。'),
      lowLabel: both('Very dissatisfied', 'とても不満'),
      highLabel: both('Very satisfied', 'とても満足'),
    },
    {
      id: 'best',
      kind: 'choices',
      choicesMax: 3,
      words: true,
      text: both('What did you like?', '良かった点をお選びください。'),
      options: [
        { id: 'taste', name: both('The taste', '味') },
        { id: 'speed', name: both('How fast it came', '届く早さ') },
        { id: 'parcel', name: both('The parcel', '梱包') },
        { id: 'card', name: both('The little card', '添えたカード') },
      ],
    },
  ],
  trigger: { kind: 'afterArrival', afterDays: 3 },
  openDays: 14,
};

/** What one of them wished for, and lets the shop quote. */
const A_WISH = '大きいマグカップもあると嬉しいです。';

/** What people of the past answer to the first of them. */
const ANSWERS: readonly { readonly person: Person; readonly answers: Record<string, unknown> }[] = [
  {
    person: { id: 'hana', email: 'hana@example.com', name: 'Hana' },
    answers: { score: 10, why: 'The beans arrive the day after they were roasted.' },
  },
  {
    person: { id: 'sora', email: 'sora@example.com', name: '空' },
    answers: { score: 6, better: A_WISH },
  },
  {
    person: { id: 'elin', email: 'elin@example.com', name: 'Elin' },
    answers: { score: 9, why: 'Everything survives the dishwasher.' },
  },
  { person: { id: 'ren', email: 'ren@example.com', name: '蓮' }, answers: { score: 8 } },
];

/** What answers are about. */
const THEMES = {
  'bigger-mugs': {
    name: both('Bigger mugs', '大きいマグカップ'),
    rules: { en: ['bigger mug', 'larger mug'], ja: ['大きいマグ'] },
  },
  delivery: {
    name: both('Delivery', '配送'),
    rules: { en: ['arrive', 'parcel', 'late'], ja: ['配送', '届'] },
  },
};

/** What the shop did about the first of them: whoever raised it finds it in the widget, and gets it once by e-mail. */
const BIGGER_MUGS = both(
  'From December there is a mug of 450 ml, in all three glazes.',
  '12月から、450mlのマグカップを3色そろえます。',
);

/** Asks about parcels, from the first order on. Repeating it changes nothing. */
export const seedParcelSurvey = (okaeri: OkaeriApi): Promise<void> =>
  okaeri.runSurvey('parcel', PARCEL);

/** Asks who has bought whether they would recommend the shop, and sends what some have answered. */
export const seedSurveys = async (okaeri: OkaeriApi, shop: Keys): Promise<void> => {
  await okaeri.runSurvey('recommend', RECOMMEND);
  const isNew = await okaeri.makeThemes(THEMES);
  for (const { person, answers } of ANSWERS)
    await okaeri.answerSurvey(await signPerson(person, shop), 'recommend', answers);
  if (!isNew) return;
  await okaeri.tellOutcome('bigger-mugs', BIGGER_MUGS);
  const [sora] = ANSWERS.filter(({ answers }) => answers['better'] === A_WISH);
  if (sora !== undefined)
    await okaeri.quote(await signPerson(sora.person, shop), {
      surveyId: 'recommend',
      themeId: 'bigger-mugs',
      text: A_WISH,
    });
};
