import type { ParsedMail } from 'mailparser';
import type { NextTouchAnswer } from '@okaeri/shared/contacts';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { SurveyForm, SurveySent } from '@okaeri/shared/surveys';
import { DELIVERY_HANDLERS } from '../compose-areas.ts';
import { openWaves } from '../engagement/surveys/open-waves.ts';
import { planMails } from '../engagement/surveys/plan-mails.ts';
import { deliverDue } from '../platform/outbox/deliver-due.ts';
import { orderRuleWith, programWith } from './programs.ts';
import { reviewActsOf, type ReviewActs } from './review-acts.ts';
import type { World } from './world.ts';

const DAY_MS = 86_400_000;

/** What shoppers and merchants do with surveys, asked through the routes. */
export interface SurveyActs extends Pick<ReviewActs, 'receive' | 'points'> {
  /** Saves a survey, which must be taken, and starts it. */
  readonly run: (id: string, change?: object) => Promise<void>;
  readonly put: (id: string, document: object, ifMatch?: string) => Promise<Response>;
  readonly step: (id: string, step: 'start' | 'pause' | 'end') => Promise<Response>;
  /** Somebody whose first parcel came so many days ago. */
  readonly member: (who: string, arrivedDaysAgo?: number) => Promise<void>;
  /** What runs by itself: waves, e-mails, the outbox. */
  readonly jobs: () => Promise<void>;
  /** A request below `/me/surveys`. */
  readonly ask: (who: string, method: string, path: string, body?: unknown) => Promise<Response>;
  readonly open: (who: string, path: string) => Promise<SurveyForm>;
  readonly answer: (
    who: string,
    path: string,
    answers: object,
    more?: object,
  ) => Promise<SurveySent>;
  /** What the page is given to show. */
  readonly next: (who: string, asked?: object) => Promise<NextTouchAnswer['touch']>;
  /** Days of the clock, with what runs by itself on each. */
  readonly pass: (days: number) => Promise<void>;
}

/** A recommendation survey like many. */
export const AN_NPS = {
  kind: 'nps',
  name: 'Recommend us',
  questions: [
    {
      id: 'score',
      kind: 'scale',
      min: 0,
      max: 10,
      text: { en: 'How likely are you to recommend us?' },
      lowLabel: { en: 'Not at all likely' },
      highLabel: { en: 'Extremely likely' },
      required: true,
    },
    {
      id: 'why',
      kind: 'text',
      text: { en: 'What went wrong?' },
      showIf: { questionId: 'score', op: 'atMost', value: 6 },
    },
    { id: 'more', kind: 'text', text: { en: 'Anything else?' } },
  ],
  trigger: { kind: 'relational', every: 'quarter' },
};

/** Satisfaction with an order, some days after it came. */
export const A_CSAT = {
  kind: 'csat',
  name: 'Your parcel',
  questions: [
    {
      id: 'score',
      kind: 'scale',
      min: 1,
      max: 5,
      text: { en: 'How was your parcel?', ja: 'お荷物はいかがでしたか' },
      lowLabel: { en: 'Very poor', ja: '不満' },
      highLabel: { en: 'Very good', ja: '満足' },
      required: true,
    },
  ],
  trigger: { kind: 'afterArrival', afterDays: 3 },
};

/** A programme with points for surveys. */
export const surveyProgram = (points = 20): ProgramDocument =>
  programWith({
    earning: [
      orderRuleWith(),
      { id: 'survey', on: 'survey', enabled: true, points: { fixed: points } },
    ],
  });

export const surveyActsOf = (world: World): SurveyActs => {
  const ask: SurveyActs['ask'] = async (who, method, path, body) =>
    world.storefront(method, `/me/surveys${path}`, { token: await world.token(who), body });
  const must = async <T>(answer: Response): Promise<T> => {
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as T;
  };
  const put: SurveyActs['put'] = (id, document, ifMatch = '"s0"') =>
    world.merchant('PUT', `/v1/surveys/${id}`, document, { 'if-match': ifMatch });
  const step: SurveyActs['step'] = (id, name) =>
    world.merchant('POST', `/v1/surveys/${id}/${name}`);
  const jobs = async (): Promise<void> => {
    await openWaves(world.deps);
    await planMails(world.deps);
    await deliverDue(world.deps, DELIVERY_HANDLERS);
  };
  const reviews = reviewActsOf(world);
  return {
    receive: reviews.receive,
    points: reviews.points,
    put,
    step,
    jobs,
    ask,
    async run(id, change = {}) {
      await must(await put(id, { ...AN_NPS, ...change }));
      await must(await step(id, 'start'));
    },
    async member(who, arrivedDaysAgo = 40) {
      const { at } = world.clock;
      await must(
        await world.merchant('PUT', `/v1/shoppers/${who}`, { email: `${who}@example.com` }),
      );
      world.clock.at = at - arrivedDaysAgo * DAY_MS;
      await reviews.receive(who, `first-${who}`, ['mug']);
      world.clock.at = at;
    },
    open: async (who, path) => must(await ask(who, 'POST', `${path}/open`)),
    answer: async (who, path, answers, more = {}) =>
      must(await ask(who, 'PUT', path, { answers, ...more })),
    async next(who, asked = {}) {
      const token = await world.token(who);
      const answer = await world.storefront('POST', '/me/touches/next', { token, body: asked });
      return (await must<NextTouchAnswer>(answer)).touch;
    },
    async pass(days) {
      for (let day = 0; day < days; day += 1) {
        world.clock.at += DAY_MS;
        await jobs();
      }
    },
  };
};

/** The token in the link of an e-mail with a survey. */
export const surveyLinkIn = (mail: ParsedMail | undefined): string =>
  /\/survey\/[^#]+#([\w.-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
