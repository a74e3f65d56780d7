import { sql } from 'drizzle-orm';
import type { ContactChannel } from '@okaeri/shared/contacts';
import type { SurveyKind } from '@okaeri/shared/survey-questions';
import type {
  SurveyDefinition,
  SurveyOffer,
  SurveyState,
  SurveyTrigger,
} from '@okaeri/shared/surveys';
import type { Kept } from '../../loyalty/activities/promise-rules.ts';
import type { AccountTables } from '../../loyalty/ledger/account-tables.ts';
import type { Columns } from '../../platform/store/columns.ts';
import type { Row } from '../../platform/store/tables.ts';

/** What is asked of shoppers, on which occasions, of whom, and what they answered. */
export const surveyTables = (c: Columns, { shoppers }: AccountTables) => {
  const surveys = c.table(
    'surveys',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      kind: c.text('kind').$type<SurveyKind>().notNull(),
      trigger: c.text('trigger').$type<SurveyTrigger['kind']>().notNull(),
      state: c.text('state').$type<SurveyState>().notNull(),
      /** The newest of its versions. */
      version: c.count('version').notNull(),
      createdAt: c.instant('created_at').notNull(),
      startedAt: c.instant('started_at'),
      endedAt: c.instant('ended_at'),
      /** Since when nobody is shown it; its id is never used again. */
      deletedAt: c.instant('deleted_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c
        .index('surveys_running')
        .on(t.state, t.shopId)
        .where(sql`state = 'running'`),
    ],
  );

  /** What was asked, as it was saved each time; a version never changes. */
  const surveyVersions = c.table(
    'survey_versions',
    {
      shopId: c.text('shop_id').notNull(),
      surveyId: c.text('survey_id').notNull(),
      version: c.count('version').notNull(),
      document: c.json<SurveyDefinition>('document').notNull(),
      savedAt: c.instant('saved_at').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.shopId, t.surveyId, t.version] })],
  );

  /** One occasion on which a survey is asked. Its share is fixed when it opens. */
  const surveyWaves = c.table(
    'survey_waves',
    {
      shopId: c.text('shop_id').notNull(),
      surveyId: c.text('survey_id').notNull(),
      /** `2026Q4`, `2026-11`, `2026H2`, `2026`, the day it opens, or the id of the order or case. */
      key: c.text('key').notNull(),
      /** Null for what is asked of many at once. */
      subject: c.text('subject').$type<'order' | 'case'>(),
      version: c.count('version').notNull(),
      sampleRate: c.json<number>('sample_rate').notNull(),
      opensAt: c.instant('opens_at').notNull(),
      closesAt: c.instant('closes_at').notNull(),
      /** The last shopper it was drawn up to; null once all were. */
      drawnTo: c.text('drawn_to'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.surveyId, t.key] }),
      c
        .index('survey_waves_to_draw')
        .on(t.shopId, t.opensAt)
        .where(sql`drawn_to is not null`),
      c.index('survey_waves_by_time').on(t.shopId, t.surveyId, t.opensAt, t.key),
    ],
  );

  /** One shopper in one wave. It stays, without its shopper, when they are erased. */
  const surveyInvitations = c.table(
    'survey_invitations',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      surveyId: c.text('survey_id').notNull(),
      wave: c.text('wave').notNull(),
      shopperId: c.text('shopper_id'),
      /** The version that was current when it was drawn: what is asked. */
      version: c.count('version').notNull(),
      /** Of the shop's own people: they try it, and stand in no figure. */
      insider: c.flag('insider').notNull(),
      drawnAt: c.instant('drawn_at').notNull(),
      /** Where it is counted: its wave, or of what is asked of one shopper the month it was drawn in. Null of releases before. */
      period: c.text('period'),
      /** When it is asked by e-mail, if no page has shown it by then; null once that is settled. */
      mailAt: c.instant('mail_at'),
      firstShownAt: c.instant('first_shown_at'),
      lastShownAt: c.instant('last_shown_at'),
      /** How often pages have shown it. */
      shows: c.count('shows').notNull(),
      /** Where it was shown first. */
      channel: c.text('channel').$type<ContactChannel>(),
      /** When the form was first opened: what was offered is a fact from then on. */
      openedAt: c.instant('opened_at'),
      offer: c.json<Kept<SurveyOffer> | null>('offer'),
      dismissedAt: c.instant('dismissed_at'),
      /** When a required score was first saved, or a survey without one completed. */
      answeredAt: c.instant('answered_at'),
      /** When it was seen that there is nothing to ask about any more. */
      lapsedAt: c.instant('lapsed_at'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.uniqueIndex('survey_invitations_once').on(t.shopId, t.surveyId, t.wave, t.shopperId),
      c.index('survey_invitations_of_shopper').on(t.shopId, t.shopperId, t.drawnAt),
      c
        .index('survey_invitations_by_mail')
        .on(t.shopId, t.mailAt)
        .where(sql`mail_at is not null`),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  return { surveys, surveyVersions, surveyWaves, surveyInvitations };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof surveyTables> {}
}

export type SurveyRow = Row<'surveys'>;
export type SurveyVersionRow = Row<'surveyVersions'>;
export type WaveRow = Row<'surveyWaves'>;
export type InvitationRow = Row<'surveyInvitations'>;
