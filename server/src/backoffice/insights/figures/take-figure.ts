import { nowOf } from '../../../access/shop-clock.ts';
import type { ShopRow } from '../../../access/tables.ts';
import { settingsOf } from '../../../content/reviews/settings.ts';
import type { Deps } from '../../../deps.ts';
import { contactSettingsOf } from '../../../loyalty/consents/contact-settings.ts';
import { loadProgram } from '../../../loyalty/program/load-program.ts';
import { dayOf } from '../../../platform/lib/calendar.ts';
import { inWorker } from '../../../platform/lib/in-worker.ts';
import type { Outcome } from '../../../platform/lib/outcome.ts';
import { insightSettingsOf } from '../settings.ts';
import { dateOf, FIRST_DATE } from './day-rules.ts';
import type { FigureAnswers, KeptFigure } from './documents.ts';
import type { FigureAsked, FigureOrder } from './figure-order.ts';

const WORKER = new URL('./figure-worker.ts', import.meta.url);
const MILLION = 1_000_000;

/** What is to be taken of a shop; a day that is still to come is refused, as nobody knows its orders. */
export const orderFigure = async <Asked extends FigureAsked>(
  deps: Deps,
  shop: ShopRow,
  { asOf, asked }: { readonly asOf: string | undefined; readonly asked: Asked },
): Promise<Outcome<FigureOrder<Asked>>> => {
  const key = { shopId: shop.id, version: shop.programVersion };
  const { document, settings } = await deps.store.read(async (tx) => ({
    document: await loadProgram(deps, tx, key),
    settings: await insightSettingsOf(tx, shop.id),
  }));
  const now = nowOf(deps, shop);
  const today = dateOf(dayOf(now, document.timeZone));
  if (asOf !== undefined && asOf > today)
    return {
      refused: { code: 'invalidRequest', detail: `${asOf} is still to come; it is ${today}.` },
    };
  if ((asOf ?? today) < FIRST_DATE || isTooEarly(asked))
    return { refused: { code: 'invalidRequest', detail: `Figures begin with ${FIRST_DATE}.` } };
  return {
    ok: {
      shopId: shop.id,
      document,
      insiderTags: settingsOf(shop).insiderTags,
      heldShare: contactSettingsOf(shop).programmeHoldoutPpm / MILLION,
      settings,
      completeFrom: settings.completeFrom,
      asOf: asOf ?? today,
      now,
      asked,
    },
  };
};

function isTooEarly(asked: FigureAsked): boolean {
  return 'period' in asked && asked.period !== undefined && asked.period < FIRST_DATE;
}

/** Takes a figure anew, in a worker. */
export const takeFigure = (deps: Deps, order: FigureOrder): Promise<KeptFigure> =>
  inWorker<KeptFigure>({
    module: WORKER,
    data: { url: deps.store.url, ...order },
    timeoutMs: deps.workLimits.measureMs,
    heapMbMax: deps.workLimits.walkHeapMb,
    signal: deps.underWay.stopping,
  });

/** A figure as it is now, for whoever can wait for it. */
export const figureNow = async <Name extends FigureAsked['figure']>(
  deps: Deps,
  shop: ShopRow,
  of: { readonly asOf: string | undefined; readonly asked: Extract<FigureAsked, { figure: Name }> },
): Promise<Outcome<FigureAnswers[Name]>> => {
  const order = await orderFigure(deps, shop, of);
  if ('refused' in order) return order;
  const kept = await takeFigure(deps, order.ok);
  return { ok: answerOf<Name>({ figure: of.asked.figure, kept }) };
};

/** The answer of a figure: what was taken by a name is of its kind. */
export const answerOf = <Name extends keyof FigureAnswers>({
  kept,
}: {
  readonly figure: Name;
  readonly kept: KeptFigure;
}): FigureAnswers[Name] => kept.answer as FigureAnswers[Name];
