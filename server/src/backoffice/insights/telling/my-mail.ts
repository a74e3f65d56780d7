import type { MyInsightMail } from '@okaeri/shared/changes';
import type { InsightSettings, MyInsightMailInput } from '@okaeri/shared/insight-settings';
import { LIMITS } from '@okaeri/shared/limits';
import type { Actor } from '../../../access/ability-rules.ts';
import { lockShopRow } from '../../../access/shop-document.ts';
import type { ShopRow } from '../../../access/tables.ts';
import type { Deps } from '../../../deps.ts';
import { isoOf } from '../../../platform/lib/clock.ts';
import type { Outcome } from '../../../platform/lib/outcome.ts';
import type { Tx } from '../../../platform/store/store.ts';
import { changeInsightSettings, insightSettingsOf } from '../settings.ts';
import { noteReader, readerOf } from './readers.ts';
import { nextReportAt } from './plan-reports.ts';

interface Asking {
  readonly shop: ShopRow;
  readonly actor: Actor;
}

const NOT_A_PERSON = {
  refused: { code: 'personNeeded', detail: 'An API key has no address to be written to.' },
} as const;

/** What whoever is signed in asked to be told by e-mail. */
export const readMyMail = (deps: Deps, { shop, actor }: Asking): Promise<Outcome<MyInsightMail>> =>
  deps.store.read(async (tx): Promise<Outcome<MyInsightMail>> => {
    if (actor.kind !== 'person') return NOT_A_PERSON;
    return { ok: await toldOf(deps, tx, { shop, actor }) };
  });

/** Asks to be told, or no more: for oneself, whatever else one may do here. */
export const saveMyMail = (
  deps: Deps,
  { shop, actor, wanted }: Asking & { readonly wanted: MyInsightMailInput },
): Promise<Outcome<MyInsightMail>> =>
  deps.store.write(async (tx): Promise<Outcome<MyInsightMail>> => {
    if (actor.kind !== 'person') return NOT_A_PERSON;
    const { userId } = actor;
    await lockShopRow(tx, shop.id);
    const { report, alerts, ...rest } = await insightSettingsOf(tx, shop.id);
    const next: InsightSettings = {
      ...rest,
      report: { ...report, userIds: listed(report.userIds, userId, wanted.report) },
      alerts: { userIds: listed(alerts.userIds, userId, wanted.alerts) },
    };
    if ([next.report, next.alerts].some(({ userIds }) => userIds.length > LIMITS.reportReadersMax))
      return {
        refused: {
          code: 'tooManyDefinitions',
          detail: `At most ${LIMITS.reportReadersMax} people get these e-mails.`,
        },
      };
    const { language } = wanted;
    const isNew = wanted.report && !report.userIds.includes(userId);
    await noteReader(deps, tx, { shop, userId, language, isNew });
    await changeInsightSettings(tx, shop.id, next);
    return { ok: await toldOf(deps, tx, { shop, actor }) };
  });

async function toldOf(
  deps: Deps,
  tx: Tx,
  { shop, actor }: { readonly shop: ShopRow; readonly actor: Extract<Actor, { kind: 'person' }> },
): Promise<MyInsightMail> {
  const { userId, email } = actor;
  const { report, alerts } = await insightSettingsOf(tx, shop.id);
  const reader = await readerOf(tx, { shopId: shop.id, userId });
  return {
    report: report.userIds.includes(userId),
    alerts: alerts.userIds.includes(userId),
    language: reader?.language ?? 'en',
    every: report.every,
    nextReportAt: isoOf(await nextReportAt(deps, tx, shop)),
    email,
    hasMail: deps.mail !== null,
  };
}

function listed(userIds: readonly string[], userId: string, isWanted: boolean): string[] {
  const others = userIds.filter((one) => one !== userId);
  return isWanted ? [...others, userId] : others;
}
