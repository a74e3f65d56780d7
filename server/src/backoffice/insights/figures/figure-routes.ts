import { Hono, type Context } from 'hono';
import {
  changesQuery,
  cohortsQuery,
  figureQuery,
  forecastQuery,
  periodQuery,
  reportQuery,
  shopperForecastQuery,
} from '@okaeri/shared/figure-requests';
import type { BeingTaken } from '@okaeri/shared/figures';
import type { MerchantEnv } from '../../../access/merchant.ts';
import type { Deps } from '../../../deps.ts';
import { pathId } from '../../../platform/http/read-request.ts';
import { PERSONAL } from '../../../platform/http/reply.ts';
import { sendTable } from '../../../platform/http/send-table.ts';
import { answer, query, refuse } from '../../../platform/http/typed.ts';
import type { FigureAnswers } from './documents.ts';
import type { FigureAsked, FigureName } from './figure-order.ts';
import { figureTable } from './figure-tables.ts';
import { readFigure } from './read-figure.ts';
import { forecastShopper } from './shopper-forecast.ts';

const BEING_TAKEN: BeingTaken = { isBeingTaken: true };

/** `/v1/insights/…`: each figure as it was last taken, as JSON or as a table (E71, E85). */
export const figureRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/cohorts', query(cohortsQuery), (c) => {
      const { asOf, months } = c.req.valid('query');
      return figure(deps, c, { asOf, asked: { figure: 'cohorts', months } });
    })
    .get('/gaps', query(figureQuery), (c) => {
      const { asOf } = c.req.valid('query');
      return figure<'gaps'>(deps, c, { asOf, asked: { figure: 'gaps' } });
    })
    .get('/rfm', query(figureQuery), (c) => {
      const { asOf } = c.req.valid('query');
      return figure<'rfm'>(deps, c, { asOf, asked: { figure: 'rfm' } });
    })
    .get('/forecast', query(forecastQuery), (c) => {
      const { asOf, horizonWeeks, includeFreeOrders: free } = c.req.valid('query');
      const includeFreeOrders = free === 'true';
      const asked = { figure: 'forecast', horizonWeeks, includeFreeOrders } as const;
      return figure<'forecast'>(deps, c, { asOf, asked });
    })
    .get('/shoppers/:shopperId/forecast', query(shopperForecastQuery), async (c) => {
      const { asOf, horizonWeeks } = c.req.valid('query');
      const asked = { externalId: pathId(c, 'shopperId'), asOf, horizonWeeks };
      const found = await forecastShopper(deps, c.get('shop'), asked);
      if ('refused' in found) return refuse(c, found.refused);
      return found.ok === null ? beingTaken(c) : answer(c, found.ok, { headers: PERSONAL });
    })
    .get('/liability', query(figureQuery), (c) => {
      const { asOf } = c.req.valid('query');
      return figure<'liability'>(deps, c, { asOf, asked: { figure: 'liability' } });
    })
    .get('/changes', query(changesQuery), (c) => {
      const { asOf, days } = c.req.valid('query');
      const asked = { figure: 'changes', days: Number(days), confidence: 95 } as const;
      return figure<'changes'>(deps, c, { asOf, asked });
    })
    .get('/report', query(reportQuery), (c) => {
      const { asOf, period } = c.req.valid('query');
      return figure<'report'>(deps, c, { asOf, asked: { figure: 'report', period } });
    })
    .get('/effects', query(figureQuery), (c) => {
      const { asOf } = c.req.valid('query');
      return figure<'measurements'>(deps, c, { asOf, asked: { figure: 'measurements' } });
    })
    .get('/effects/programme', query(periodQuery), (c) => {
      const { asOf, period } = c.req.valid('query');
      return figure<'effects'>(deps, c, { asOf, asked: { figure: 'effects', period } });
    })
    .get('/return', query(periodQuery), (c) => {
      const { asOf, period } = c.req.valid('query');
      return figure<'return'>(deps, c, { asOf, asked: { figure: 'return', period } });
    })
    .get('/map', query(periodQuery), (c) => {
      const { asOf, period } = c.req.valid('query');
      return figure<'map'>(deps, c, { asOf, asked: { figure: 'map', period } });
    })
    .get('/acquisition', query(figureQuery), (c) => {
      const { asOf } = c.req.valid('query');
      return figure<'acquisition'>(deps, c, { asOf, asked: { figure: 'acquisition' } });
    })
    .get('/retention-value', query(figureQuery), (c) => {
      const { asOf } = c.req.valid('query');
      return figure<'retention-value'>(deps, c, { asOf, asked: { figure: 'retention-value' } });
    })
    .get('/words-and-deeds', query(figureQuery), (c) => {
      const { asOf } = c.req.valid('query');
      return figure<'words-and-deeds'>(deps, c, { asOf, asked: { figure: 'words-and-deeds' } });
    });

/** A figure as JSON, or as a table to clients that ask for that; 202 while nothing is known of it. */
async function figure<Name extends FigureName>(
  deps: Deps,
  c: Context<MerchantEnv>,
  of: { readonly asOf: string | undefined; readonly asked: Extract<FigureAsked, { figure: Name }> },
) {
  const read = await readFigure<Name>(deps, c.get('shop'), of);
  if ('refused' in read) return refuse(c, read.refused);
  if (read.ok === null) return beingTaken(c);
  if (c.req.header('accept')?.includes('text/csv') === true)
    return sendFigure(of.asked.figure, read.ok);
  return answer(c, read.ok, { headers: PERSONAL });
}

function beingTaken(c: Context<MerchantEnv>) {
  return answer(c, BEING_TAKEN, { status: 202, headers: PERSONAL });
}

function sendFigure<Name extends FigureName>(name: Name, found: FigureAnswers[Name]): Response {
  const { columns, rows } = figureTable(name, found);
  return sendTable({
    columns,
    page: () => Promise.resolve({ items: rows, nextCursor: null }),
    cells: (row) => row,
  });
}
