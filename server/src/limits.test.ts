import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import { shopChange } from '@okaeri/shared/access';
import { appearanceInput } from '@okaeri/shared/appearance';
import { caseSettings } from '@okaeri/shared/case-settings';
import { costInput } from '@okaeri/shared/costs';
import { insightSettings } from '@okaeri/shared/insight-settings';
import { caseMessageInput } from '@okaeri/shared/cases';
import { suppressionLookup, wordings } from '@okaeri/shared/consents';
import { contactSettings, mailEvents } from '@okaeri/shared/contacts';
import { entriesOf } from '@okaeri/shared/records';
import { orderRule, rate } from '@okaeri/shared/earning';
import { connectionInput } from '@okaeri/shared/integrations';
import { cohortsQuery, forecastQuery } from '@okaeri/shared/figure-requests';
import { quotationInput } from '@okaeri/shared/quotations';
import { responseThemesInput, themeInput } from '@okaeri/shared/themes';
import { LIMITS } from '@okaeri/shared/limits';
import { programDocument } from '@okaeri/shared/program';
import { poolInput } from '@okaeri/shared/redemptions';
import { reviewSettings } from '@okaeri/shared/review-settings';
import { decisionsInput } from '@okaeri/shared/review-queue';
import { loopThresholds, segment } from '@okaeri/shared/segments';
import { batchInput, shoppersQuery } from '@okaeri/shared/shoppers';
import { quoteInput, quotesInput } from '@okaeri/shared/storefront';
import { eventsInput } from '@okaeri/shared/suggestions';
import { joinInput } from '@okaeri/shared/team';
import { tier, tierPolicy } from '@okaeri/shared/tiers';
import { days } from '@okaeri/shared/values';
import { endpointInput } from '@okaeri/shared/webhooks';

type Limit = keyof typeof LIMITS;

/** A schema, and what it is given at a size: the limit itself passes, and one more, or less, does not. */
interface Edge {
  readonly schema: z.ZodType;
  readonly sized: (size: number) => unknown;
}

const words = (size: number): string => 'x'.repeat(size);
const itself = (size: number): number => size;
const ids = (size: number): string[] => Array.from({ length: size }, (_, index) => `i${index}`);
const many =
  (item: unknown) =>
  (size: number): unknown[] =>
    Array.from({ length: size }, () => item);
const lettersOf = (id: string): string =>
  id.replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
const urlOf = (size: number): string => `https://x.example/${words(size - 18)}`;
const rules = (size: number): unknown[] =>
  ids(size).map((id) => ({ id, on: 'visit', enabled: true, points: { fixed: 1 } }));
const attribute = (id: string, choices: number): unknown => ({
  id,
  name: { en: 'Fit' },
  choices: ids(choices).map((choice) => ({ id: choice, name: { en: 'Choice' } })),
});
const tiers = (size: number): unknown[] =>
  ids(size).map((id, entry) => ({ id, name: { en: 'Tier' }, entry }));

/** Limits that a schema has. */
const EDGES = {
  quotationTextMax: { schema: quotationInput.shape.text, sized: words },
  quotationDaysMax: { schema: quotationInput.shape.days, sized: itself },
  quoteLinesMax: {
    schema: quoteInput.shape.lines,
    sized: many({ productId: 'p', quantity: 1, priceMinor: 1 }),
  },
  quotesMax: {
    schema: quotesInput.shape.carts,
    sized: many({ currency: 'USD', lines: [{ productId: 'p', quantity: 1, priceMinor: 1 }] }),
  },
  daysMax: { schema: days, sized: itself },
  listMax: { schema: segment.shape.tierIds, sized: ids },
  capCountMax: { schema: loopThresholds.shape.loyalOrders, sized: itself },
  rollingDaysMax: { schema: tierPolicy.shape.graceDays, sized: itself },
  ratePointsMax: { schema: rate.shape.points, sized: itself },
  perksMax: { schema: tier.shape.perks, sized: many({ en: 'Perk' }) },
  rulesMax: { schema: programDocument.shape.earning, sized: rules },
  tiersMax: { schema: programDocument.shape.tiers, sized: tiers },
  poolCodesMax: { schema: poolInput.shape.codes, sized: ids },
  batchMax: {
    schema: batchInput.shape.adjustments,
    sized: many({ shopperId: 'ada', points: 1, reason: 'x' }),
  },
  eventsMax: { schema: eventsInput.shape.seen, sized: many({ productId: 'p', tags: [] }) },
  eventTagsMax: {
    schema: eventsInput.shape.seen,
    sized: (size) => [{ productId: 'p', tags: ids(size) }],
  },
  pageMax: { schema: shoppersQuery.shape.limit, sized: itself },
  originsMax: {
    schema: shopChange.shape.origins,
    sized: (size) => ids(size).map((id) => `https://${id}.example`),
  },
  reviewAttributesMax: {
    schema: reviewSettings.shape.attributes,
    sized: (size) => ids(size).map((id) => attribute(id, 2)),
  },
  reviewSearchMax: { schema: shoppersQuery.shape.search, sized: words },
  askAfterDaysMax: { schema: reviewSettings.shape.askAfterDays, sized: itself },
  decisionsMax: { schema: decisionsInput.shape.ids, sized: ids },
  urlLengthMax: { schema: endpointInput.shape.url, sized: urlOf },
  contactDaysMax: { schema: contactSettings.shape.daysBetween, sized: itself },
  imprintMax: { schema: contactSettings.shape.imprint, sized: words },
  contactsPerMonthMax: { schema: contactSettings.shape.perMonth, sized: itself },
  wordingsMax: {
    schema: wordings.shape.wordings,
    sized: (size) => ids(size).map((id) => ({ id, purpose: 'reviews', texts: { en: 'Yes' } })),
  },
  mailEventsMax: {
    schema: mailEvents.shape.events,
    sized: many({ messageId: 'to_1@x', kind: 'delivered', at: '2026-11-22T09:30:00Z' }),
  },
  suppressionsPerRequestMax: {
    schema: suppressionLookup.shape.emails,
    sized: (size) => ids(size).map((id) => `${id}@shop.example`),
  },
  caseTextMax: { schema: caseMessageInput.shape.text, sized: words },
  openingTimesMax: {
    schema: caseSettings.shape.openingHours.unwrap().shape.mon,
    sized: (size) =>
      many({ from: '09:00', to: '09:30' })(size).map((_, hour) => ({
        from: `0${hour}:00`,
        to: `0${hour}:30`,
      })),
  },
  holidaysMax: { schema: caseSettings.shape.holidays, sized: many('2026-12-31') },
  harmWordsMax: {
    schema: caseSettings.shape.harmWords,
    sized: (size) => ({ en: ids(size) }),
  },
  harmWordMax: { schema: caseSettings.shape.harmWords, sized: (size) => ({ en: [words(size)] }) },
  requestRemindersMax: { schema: reviewSettings.shape.reminders, sized: itself },
  reviewChoicesMax: {
    schema: reviewSettings.shape.attributes,
    sized: (size) => [attribute('fit', size)],
  },
  variantsMax: {
    schema: orderRule.shape.variants,
    sized: many({ tierIds: ['gold'], points: { fixed: 1 } }),
  },
  passwordMin: { schema: joinInput.shape.password, sized: words },
  passwordMax: { schema: joinInput.shape.password, sized: words },
  personNameMax: { schema: joinInput.shape.name, sized: words },
  secretLengthMax: {
    schema: connectionInput,
    sized: (size) => ({
      platform: 'shopify',
      address: 'x.myshopify.com',
      secret: words(size),
    }),
  },
  textsMax: {
    schema: appearanceInput.shape.texts,
    sized: (size) => ({ en: Object.fromEntries(ids(size).map((id) => [lettersOf(id), 'x'])) }),
  },
  forecastWeeksMax: {
    schema: forecastQuery,
    sized: (size) => ({ horizonWeeks: String(size) }),
  },
  cohortMonthsMax: {
    schema: cohortsQuery,
    sized: (size) => ({ months: String(size) }),
  },
  reportReadersMax: {
    schema: insightSettings,
    sized: (size) => ({ report: { every: 'month', userIds: ids(size) } }),
  },
  costChannelMax: { schema: costInput.shape.channel, sized: words },
  costNoteMax: { schema: costInput.shape.note, sized: words },
  themesPerAnswerMax: {
    schema: responseThemesInput,
    sized: (size) => ({ themeIds: ids(size) }),
  },
  themeWordsMax: {
    schema: themeInput,
    sized: (size) => ({ name: { en: 'x' }, rules: { en: ids(size) } }),
  },
} satisfies Partial<Record<Limit, Edge>>;

/** Where the others are tested. */
const TESTED_IN = {
  consentPendingDays: 'server/src/loyalty/consents/consent-rules.test.ts',
  consentProofDays: 'server/src/loyalty/consents/consent-proof.test.ts',
  touchesKeptDays: 'server/src/loyalty/contacts/sweep-touches.test.ts',
  idLengthMax: 'server/src/platform/http/bad-input.test.ts',
  textLengthMax: 'server/src/connect/integrations/contract/reading-rules.test.ts',
  emailLengthMax: 'shared/src/emails.test.ts',
  moneyMinorMax: 'server/src/platform/http/bad-input.test.ts',
  quantityMax: 'server/src/platform/http/bad-input.test.ts',
  orderLinesMax: 'server/src/platform/http/bad-input.test.ts',
  tagsMax: 'server/src/backoffice/imports/balance-row-rules.test.ts',
  voucherCodesMax: 'server/src/connect/integrations/contract/reading-rules.test.ts',
  pointsMax: 'server/src/loyalty/earning/points-rules.test.ts',
  publicPageReadsPerMinute: 'server/src/platform/http/page-reads.test.ts',
  bodyBytesMax: 'server/src/platform/http/limits.test.ts',
  visitorBodyBytesMax: 'server/src/platform/http/limits.test.ts',
  affairsMax: 'server/src/platform/http/limits.test.ts',
  pageDefault: 'server/src/platform/http/limits.test.ts',
  idempotencyKeyLengthMax: 'server/src/platform/http/limits.test.ts',
  tokenLengthMax: 'server/src/platform/http/limits.test.ts',
  keysMax: 'server/src/platform/http/limits.test.ts',
  invitationsMax: 'server/src/platform/http/limits.test.ts',
  forgetDaysMin: 'server/src/backoffice/privacy/erase-inactive.test.ts',
  reviewTitleMax: 'server/src/backoffice/imports/every-row-comes.test.ts',
  reviewBodyMax: 'server/src/backoffice/imports/row-rules.test.ts',
  reviewNameMax: 'server/src/backoffice/imports/every-row-comes.test.ts',
  reviewReplyMax: 'server/src/backoffice/imports/every-row-comes.test.ts',
  reviewPhotosMax: 'server/src/backoffice/imports/row-rules.test.ts',
  picturesMax: 'server/src/loyalty/pictures/pictures.test.ts',
  photoBytesMax: 'server/src/platform/media/photos.test.ts',
  proofLengthMax: 'server/src/backoffice/imports/limits.test.ts',
  questionMax: 'server/src/backoffice/imports/limits.test.ts',
  answerMax: 'server/src/backoffice/imports/limits.test.ts',
  importBytesMax: 'server/src/backoffice/imports/limits.test.ts',
  importRowsMax: 'server/src/backoffice/imports/limits.test.ts',
  importFaultsMax: 'server/src/backoffice/imports/import-rules.test.ts',
  importUnpackedBytesMax: 'server/src/backoffice/imports/read-workbook.test.ts',
  importColumnsMax: 'server/src/backoffice/imports/read-table.test.ts',
  importHeaderLengthMax: 'server/src/backoffice/imports/read-table.test.ts',
  importRowLengthMax: 'server/src/backoffice/imports/read-table.test.ts',
  importCellLengthMax: 'server/src/backoffice/imports/read-table.test.ts',
  messageBytesMax: 'server/src/connect/integrations/shopify-messages.test.ts',
  endpointsMax: 'server/src/connect/webhooks/endpoints.test.ts',
  productsMax: 'server/src/loyalty/products/products.test.ts',
  productBatchMax: 'server/src/loyalty/products/products.test.ts',
  variantsPerProductMax: 'server/src/loyalty/products/product-fields.test.ts',
  productLanguagesMax: 'server/src/loyalty/products/product-fields.test.ts',
  productCurrenciesMax: 'server/src/loyalty/products/product-fields.test.ts',
  careTextMax: 'server/src/loyalty/products/product-fields.test.ts',
  themesMax: 'server/src/engagement/surveys/themes.test.ts',
  surveysMax: 'server/src/engagement/surveys/definitions.test.ts',
  questionsMax: 'shared/src/surveys.test.ts',
  choicesMax: 'shared/src/surveys.test.ts',
  answerTextMax: 'shared/src/surveys.test.ts',
  surveyShowsMax: 'shared/src/surveys.test.ts',
  surveyOpenDaysMax: 'shared/src/surveys.test.ts',
  surveyGraceHours: 'server/src/engagement/surveys/wave-rules.test.ts',
  factLateDaysMax: 'server/src/engagement/surveys/asked-after.test.ts',
  eventsPerDayMax: 'server/src/backoffice/shopper-record/merchant-acts.test.ts',
  reviewPage: 'server/src/content/reviews/long-list.test.ts',
  answersShown: 'server/src/content/questions/questions.test.ts',
  membersMax: 'server/src/access/team-limit.test.ts',
  complaintsShareMax: 'server/src/loyalty/contacts/complaint-rules.test.ts',
  complaintsSentMin: 'server/src/loyalty/contacts/complaint-rules.test.ts',
  mailReportBytesMax: 'server/src/loyalty/contacts/mail-reports.test.ts',
  caseEntriesMax: 'server/src/engagement/cases/cases.test.ts',
  helpRequestsPerDay: 'server/src/engagement/cases/help.test.ts',
  alertsOpenMax: 'server/src/backoffice/insights/telling/alerts.test.ts',
  costsMax: 'server/src/backoffice/insights/costs.test.ts',
  inboundMailLineMax: 'server/src/engagement/cases/inbound.test.ts',
  inboundMailBytesMax: 'server/src/engagement/cases/inbound.test.ts',
  repeatBuyersMin: 'server/src/backoffice/insights/forecast/forecast-rules.test.ts',
  forecastDraws: 'server/src/backoffice/insights/forecast/forecast-rules.test.ts',
  bootstraps: 'server/src/backoffice/insights/figures/issue-rules.test.ts',
} satisfies Partial<Record<Limit, string>>;

/** A limit that is in neither list does not compile. */
expectTypeOf<Exclude<Limit, keyof typeof EDGES | keyof typeof TESTED_IN>>().toBeNever();

it.each(entriesOf<keyof typeof EDGES, Edge>(EDGES))(
  'a value at the limit %s is taken, and one beyond is not',
  (name, { schema, sized }) => {
    const edge = LIMITS[name];
    const beyond = name.endsWith('Min') ? edge - 1 : edge + 1;
    expect(schema.safeParse(sized(edge)).error).toBeUndefined();
    expect(schema.safeParse(sized(beyond)).success).toBe(false);
  },
);

it.each(entriesOf<keyof typeof TESTED_IN, string>(TESTED_IN))(
  'the limit %s is named in the test that stands at its edge, %s',
  (name, file) => {
    const text = readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
    expect(text).toContain('LIMITS');
    expect(text).toMatch(new RegExp(`\\b${name}\\b`));
  },
);
