import type { Deps } from '../../deps.ts';
import type { ShopRow } from '../../access/tables.ts';
import { promisedBy } from '../../loyalty/activities/promise-rules.ts';
import { setActivity } from '../../loyalty/activities/set-activity.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { loadSourceAwards, type OpenBook } from '../../loyalty/ledger/open-book.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { currentProgram, loadProgram } from '../../loyalty/program/load-program.ts';
import { openShopperBook } from '../../loyalty/shoppers/resolve-shopper.ts';
import type { Tx } from '../../platform/store/store.ts';
import { insertResponse, updateResponse } from './response-queries.ts';
import type { ResponseRow } from './response-tables.ts';
import type { InvitationRow } from './tables.ts';

/** Keeps a response, and tells of it. Every response is written here. */
export const saveResponse = async (
  tx: Tx,
  before: ResponseRow | null,
  after: ResponseRow,
): Promise<void> => {
  await tx.run(before === null ? insertResponse : updateResponse, after);
  tellOf(tx, before, after);
};

/** All of a response that points may depend on: that it is there. What was answered is not among it (E38). */
export type ResponseFacts = Pick<ResponseRow, 'actId' | 'state' | 'insider'>;

/**
 * Moves the points of a response to what they should be: given while it is complete, taken back when it is withdrawn.
 * What was offered when the form was first opened is what is given: the programme of that day, its campaigns, limits and
 * tier decide. Where nothing was offered, nothing is given.
 *
 * @returns the points that are the shopper's for it
 */
export const movePoints = async (
  deps: Deps,
  tx: Tx,
  input: {
    shop: ShopRow;
    shopper: ShopperRow;
    response: ResponseFacts;
    offer: InvitationRow['offer'];
    now: number;
  },
): Promise<number> => {
  const { shop, shopper, response, offer, now } = input;
  if (response.insider) return 0;
  const current = await currentProgram(deps, tx, shop);
  const version = offer?.programVersion ?? current.version;
  const document = await loadProgram(deps, tx, { shopId: shop.id, version });
  const open = await openShopperBook(tx, { shopper, program: current, now, bonus: true });
  await setActivity(deps, tx, open, {
    act: {
      id: response.actId,
      facts: { kind: 'survey', name: null, at: now, amountMinor: null, currency: null },
      channel: null,
      market: null,
      promised: offer === null ? null : promisedBy(offer),
    },
    program: { document, version },
    exists: response.state === 'complete',
  });
  const points = await postedFor(tx, open, response.actId);
  await saveBook(tx, open);
  return points;
};

/** What an act is given for, in whose name points come: ids of acts are shared by a shop (E38). */
export const actIdOf = (of: { surveyId: string; wave: string; shopperId: string }): string =>
  `okaeri:survey:${of.surveyId}:${of.wave}:${of.shopperId}`;

async function postedFor(tx: Tx, open: OpenBook, actId: string): Promise<number> {
  await loadSourceAwards(tx, open, { kind: 'act', id: actId });
  return [...open.awardRows.values()]
    .filter(({ sourceKind, sourceId }) => sourceKind === 'act' && sourceId === actId)
    .reduce((sum, { id }) => {
      const award = open.book.awards.get(id);
      return sum + (award === undefined ? 0 : award.posted - award.forgiven);
    }, 0);
}

function tellOf(tx: Tx, before: ResponseRow | null, after: ResponseRow): void {
  const { shopId, shopperId, surveyId, wave, score, state } = after;
  if (state === 'withdrawn') {
    if (before?.state !== 'withdrawn')
      tx.emit({ shopId, type: 'survey.withdrawn', shopperId, data: { surveyId, wave } });
    return;
  }
  if (before?.state === state && before.score === score) return;
  const data = { surveyId, wave, score, complete: state === 'complete' };
  tx.emit({ shopId, type: 'survey.answered', shopperId, data });
}
