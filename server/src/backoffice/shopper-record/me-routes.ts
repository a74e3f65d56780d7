import { readMe } from '../../loyalty/me/read-me.ts';
import { writeMe } from '../../loyalty/me/write-me.ts';
import { Hono } from 'hono';
import { profileChange, type ProfileChange } from '@okaeri/shared/shoppers';
import { meQuery } from '@okaeri/shared/storefront';
import { eventsInput } from '@okaeri/shared/suggestions';
import type { Deps } from '../../deps.ts';
import { isKnown } from '../../platform/http/if-none-match.ts';
import { replyRefusal } from '../../platform/http/problem.ts';
import { check, readBody } from '../../platform/http/read-body.ts';
import { readPaging } from '../../platform/http/read-request.ts';
import { JSON_TYPE, replyJson, saidInAnswer, PERSONAL } from '../../platform/http/reply.ts';
import type { ShopperEnv } from '../../access/storefront.ts';
import { takeChoice } from '../../access/take-choice.ts';
import { publicTag, readPublicProgram } from '../program-editor/read-program.ts';
import { editProfile } from './edit-profile.ts';
import { eraseShopper } from './erase-shopper.ts';
import { exportShopper } from './export-shopper.ts';
import { recordProductViews } from './record-product-views.ts';
import { authenticateShopper } from '../../loyalty/entry/authenticate-shopper.ts';
import { readOwnHistory } from './read-history.ts';
import { historyPlace } from './record-routes.ts';
import { showCard } from './show-card.ts';

/** `/storefront/v1/{publicKey}/me`: shoppers see themselves, and nobody else. */
export const meRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();

  routes.get('/', async (c) => {
    const shop = c.get('shop');
    const { program: known } = check(meQuery, c.req.query());
    const me = await readMe(deps, shop, c.get('claims'));
    if ('refused' in me) return replyRefusal(c, me.refused);
    const isNew = known !== undefined && known !== publicTag(shop);
    const { text, etag } = writeMe({
      ...(isNew && { program: await readPublicProgram(deps, shop) }),
      ...me.ok,
    });
    const headers = { ...saidInAnswer(c), ...JSON_TYPE, ...PERSONAL, ETag: etag };
    return isKnown(c, etag)
      ? new Response(null, { status: 304, headers })
      : new Response(text, { headers });
  });

  routes.patch('/', async (c) => {
    const shop = c.get('shop');
    const { externalId, email, name, locale } = c.get('claims');
    const { input: change } = await readBody(c, profileChange);
    takeChoice(deps, c, saysNo(change));
    const who = { externalId, email, name, locale };
    const edited = await editProfile(deps, { shop, who, change, by: 'shopper' });
    if ('refused' in edited) return replyRefusal(c, edited.refused);
    const me = await readMe(deps, shop, c.get('claims'));
    return 'refused' in me ? replyRefusal(c, me.refused) : replyJson(c, me.ok);
  });

  routes.get('/export', async (c) => {
    const shop = c.get('shop');
    const visited = await authenticateShopper(deps, shop, c.get('claims'));
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    const exported = await exportShopper(deps, { shop, row: visited.ok });
    return replyJson(c, exported, { headers: PERSONAL });
  });

  routes.delete('/', async (c) => {
    const { externalId } = c.get('claims');
    await eraseShopper(deps, { shop: c.get('shop'), ref: { externalId } });
    return new Response(null, { status: 204, headers: saidInAnswer(c) });
  });

  routes.post('/enroll', async (c) => {
    const visited = await authenticateShopper(deps, c.get('shop'), c.get('claims'), {
      enrol: true,
    });
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    const me = await readMe(deps, c.get('shop'), c.get('claims'));
    return 'refused' in me ? replyRefusal(c, me.refused) : replyJson(c, me.ok);
  });

  addRecordRoutes(routes, deps);
  return routes;
};

/** Whether a change only takes back what was agreed to: mail, or to be profiled. */
function saysNo({ newsletter, personalised, ...rest }: ProfileChange): boolean {
  const isNo = newsletter === false || personalised === false;
  return isNo && newsletter !== true && personalised !== true && Object.keys(rest).length === 0;
}

/** What shoppers see of their record, and what the widget notes of them. */
function addRecordRoutes(routes: Hono<ShopperEnv>, deps: Deps): void {
  routes.post('/events', async (c) => {
    const { input } = await readBody(c, eventsInput);
    const visited = await authenticateShopper(deps, c.get('shop'), c.get('claims'));
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    const { externalId } = c.get('claims');
    await recordProductViews(deps, { shop: c.get('shop'), externalId, seen: input.seen });
    return new Response(null, { status: 204, headers: saidInAnswer(c) });
  });

  routes.post('/card', async (c) => {
    const shop = c.get('shop');
    const visited = await authenticateShopper(deps, shop, c.get('claims'));
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    return replyJson(c, showCard(deps, shop, visited.ok), { headers: PERSONAL });
  });

  routes.get('/transactions', async (c) => {
    const shop = c.get('shop');
    const paging = readPaging(c);
    const visited = await authenticateShopper(deps, shop, c.get('claims'));
    if ('refused' in visited) return replyRefusal(c, visited.refused);
    const place = historyPlace(paging);
    const page = await readOwnHistory(deps, { shop, shopper: visited.ok, ...place });
    return replyJson(c, page, { headers: PERSONAL });
  });
}
