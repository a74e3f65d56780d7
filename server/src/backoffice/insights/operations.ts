import { insightSettings } from '@okaeri/shared/insight-settings';
import type { Operations } from '../../operation.ts';

/** The first answer says that the figure is being taken; asked again, it is there. */
const FIGURE = { lines: 'text/csv', statuses: [200, 202] } as const;

/** What the API's document says of this area's routes. */
export const insightsOperations: Operations = {
  'GET /v1/insights': {
    id: 'getInsights',
    summary: 'What the shop comes to, and what to do next',
    answers: 'getInsights',
  },
  'GET /v1/insights/settings': {
    id: 'getInsightSettings',
    summary: 'What figures need to know that orders do not tell',
    answers: insightSettings,
  },
  'PUT /v1/insights/settings': {
    id: 'putInsightSettings',
    summary: 'Say the margin, since when all orders are known, and who gets a report',
    answers: insightSettings,
    tagged: true,
  },
  'GET /v1/insights/costs': {
    id: 'listCosts',
    summary: 'What was paid, the latest day first',
    answers: 'listCosts',
  },
  'POST /v1/insights/costs': {
    id: 'addCost',
    summary: 'Enter a cost of a day: a reward, messages, the programme, or advertising by channel',
    answers: 'costEntry',
    statuses: [201],
    keyed: true,
  },
  'DELETE /v1/insights/costs/{costId}': {
    id: 'removeCost',
    summary: 'Take a cost back',
    answers: null,
  },
  'GET /v1/insights/alerts': {
    id: 'listAlerts',
    summary: 'Changes that were worth saying, the newest first',
    answers: 'listAlerts',
  },
  'POST /v1/insights/alerts/{alertId}/seen': {
    id: 'seeAlert',
    summary: 'Say that an alert was seen; it stays open for as long as it is so',
    answers: 'alert',
  },
  'GET /v1/insights/mine': {
    id: 'getMyInsightMail',
    summary: 'What whoever is signed in asked to be told of figures by e-mail',
    answers: 'myInsightMail',
  },
  'PUT /v1/insights/mine': {
    id: 'putMyInsightMail',
    summary: 'Ask to be told of figures by e-mail, or no more: for oneself',
    answers: 'myInsightMail',
  },
  'GET /v1/insights/cohorts': {
    id: 'getCohorts',
    summary: 'Who bought again, by the month of the first purchase, and who was lost when',
    answers: 'getCohorts',
    ...FIGURE,
  },
  'GET /v1/insights/gaps': {
    id: 'getGaps',
    summary: 'The time between purchases, with those counted in who have not come back',
    answers: 'getGaps',
    ...FIGURE,
  },
  'GET /v1/insights/rfm': {
    id: 'getRfm',
    summary: 'Buyers in groups by how lately, how often and for how much they bought',
    answers: 'getRfm',
    ...FIGURE,
  },
  'GET /v1/insights/forecast': {
    id: 'getForecast',
    summary: 'How often people will buy, and how well that was foretold before',
    answers: 'getForecast',
    ...FIGURE,
  },
  'GET /v1/insights/shoppers/{shopperId}/forecast': {
    id: 'getShopperForecast',
    summary: 'How likely one shopper buys again, and how much',
    answers: 'getShopperForecast',
    statuses: [200, 202],
  },
  'GET /v1/insights/liability': {
    id: 'getLiability',
    summary: 'What the points in hand will cost, and the lines for the books',
    answers: 'getLiability',
    ...FIGURE,
  },
  'GET /v1/insights/changes': {
    id: 'getChanges',
    summary: 'How shares of people and scores changed from some days to those after them',
    answers: 'getChanges',
    ...FIGURE,
  },
  'GET /v1/insights/report': {
    id: 'getReport',
    summary: 'What a week or a month came to, against the one before it',
    answers: 'getReport',
    ...FIGURE,
  },
  'GET /v1/insights/effects': {
    id: 'listEffects',
    summary: 'Every measurement by people drawn by lot, and what may be said of it',
    answers: 'listEffects',
    ...FIGURE,
  },
  'GET /v1/insights/effects/programme': {
    id: 'getProgrammeEffect',
    summary: 'What the messages of a quarter did, by the holdout of the whole programme',
    answers: 'getProgrammeEffect',
    ...FIGURE,
  },
  'GET /v1/insights/return': {
    id: 'getReturn',
    summary: 'What the programme returned in a quarter, by its holdout',
    answers: 'getReturn',
    ...FIGURE,
  },
  'GET /v1/insights/map': {
    id: 'getJourneyMap',
    summary: 'Stages, how long people stay in them, what reaches them there, and what it did',
    answers: 'getJourneyMap',
    ...FIGURE,
  },
  'GET /v1/insights/retention-value': {
    id: 'getRetentionValue',
    summary: 'What five points more of people who buy again would be worth',
    answers: 'getRetentionValue',
    ...FIGURE,
  },
  'GET /v1/insights/words-and-deeds': {
    id: 'getWordsAndDeeds',
    summary: 'Who bought again after what they said: a comparison, and no effect',
    answers: 'getWordsAndDeeds',
    ...FIGURE,
  },
  'GET /v1/insights/acquisition': {
    id: 'getAcquisition',
    summary:
      'What a new buyer cost, and revenue beside ad spend, of which nobody knows what caused what',
    answers: 'getAcquisition',
    ...FIGURE,
  },
};
