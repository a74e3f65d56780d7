import type { Context, Hono } from 'hono';
import { reportInput } from '@okaeri/shared/reviews';
import type { ShopperEnv } from '../../access/storefront.ts';
import type { Deps } from '../../deps.ts';
import { authenticateShopper } from '../../loyalty/entry/authenticate-shopper.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { readBody } from '../../platform/http/read-body.ts';
import { pathId } from '../../platform/http/read-request.ts';
import { replyJson } from '../../platform/http/reply.ts';
import {
  reportOn,
  voteOn,
  type AnsweredWord,
  type Reading,
  type WordKind,
} from './answer-words.ts';

/**
 * Adds how signed-in readers vote on words of one kind, and report them.
 *
 * @param of where: the path the words are below, and what the place of their id is called
 */
export const addReaderRoutes = <Row extends AnsweredWord>(
  routes: Hono<ShopperEnv>,
  deps: Deps,
  of: { kind: WordKind<Row>; below: string; id: string },
): void => {
  const { kind, below, id } = of;
  const asReader = async (
    c: Context<ShopperEnv>,
    act: (reading: Reading) => Promise<Outcome<unknown>>,
  ): Promise<Response> => {
    const shop = c.get('shop');
    const found = await authenticateShopper(deps, shop, c.get('claims'));
    if ('refused' in found) return replyRefusal(c, found.refused);
    const outcome = await act({ shop, shopper: found.ok, wordId: pathId(c, id) });
    return 'refused' in outcome ? replyRefusal(c, outcome.refused) : replyJson(c, outcome.ok);
  };

  routes.put(`${below}/:${id}/vote`, (c) =>
    asReader(c, (reading) => voteOn(deps, kind, { ...reading, helps: true })),
  );
  routes.delete(`${below}/:${id}/vote`, (c) =>
    asReader(c, (reading) => voteOn(deps, kind, { ...reading, helps: false })),
  );
  routes.put(`${below}/:${id}/report`, async (c) => {
    const { input: report } = await readBody(c, reportInput);
    return asReader(c, (reading) => reportOn(deps, kind, { ...reading, report }));
  });
};
