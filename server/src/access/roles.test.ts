import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '@okaeri/shared/roles';
import { createApp } from '../app.ts';
import { addPerson, firstOwner, openBrowser, type Browser } from '../testing/console.ts';
import { listStaff } from './manage-team.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, testProgram, type World } from '../testing/world.ts';

/** Who may do what, written down a second time and by hand: a route that stands in none of these fails. */
const EVERYBODY = `
GET /v1/program            GET /v1/program/draft       GET /v1/program/templates
GET /v1/program/versions   GET /v1/program/versions/:version
GET /v1/program/status
GET /v1/appearance         GET /v1/clock               GET /v1/shop
GET /v1/products           GET /v1/products/:productId
GET /v1/pictures
GET /v1/surveys/:surveyId/results  GET /v1/surveys/:surveyId/responses
GET /v1/survey-results     GET /v1/exports/surveys/:surveyId
GET /v1/themes             GET /v1/surveys/:surveyId/imports
GET /v1/themes/:themeId/quotations
GET /v1/orders             GET /v1/orders/:orderId/page
GET /v1/redemptions        GET /v1/redemptions/:redemptionId
GET /v1/exports/shoppers   GET /v1/exports/orders     GET /v1/exports/codes
GET /v1/exports/touches    GET /v1/exports/reviews    GET /v1/exports/questions  GET /v1/exports/member-imports
GET /v1/reviews/:reviewId/page             GET /v1/questions/:postId/page
GET /v1/search
GET /v1/shoppers/:shopperId/ledger         GET /v1/guests/:shopperId/ledger
GET /v1/seen-items
GET /v1/orders/:orderId    GET /v1/referrals           GET /v1/gifts/:giftId/draws
GET /v1/shoppers           GET /v1/shoppers/:shopperId
GET /v1/shoppers/:shopperId/suggestions
GET /v1/shoppers/:shopperId/view
GET /v1/shoppers/:shopperId/affairs
GET /v1/guests/:shopperId          GET /v1/guests/:shopperId/affairs
GET /v1/guests/:shopperId/export   GET /v1/guests/:shopperId/transactions
GET /v1/guests/:shopperId/suggestions
GET /v1/shoppers/:shopperId/export
GET /v1/shoppers/:shopperId/transactions
GET /v1/reviews            GET /v1/reviews/imports     GET /v1/reviews/settings
GET /v1/reviews/figures
GET /v1/reviews/export.csv GET /v1/reviews/feeds/google.xml
GET /v1/reviews/feeds/meta.csv
GET /v1/shoppers/:shopperId/consents
GET /v1/guests/:shopperId/consents GET /v1/contacts/wordings
GET /v1/shoppers/:shopperId/touches GET /v1/guests/:shopperId/touches
GET /v1/questions          GET /v1/contacts/settings  GET /v1/shop/sightings
GET /v1/balances/imports    GET /v1/touches
GET /v1/contacts/marketing GET /v1/contacts/declaration GET /v1/mail/sender
GET /v1/insights           GET /v1/mail          GET /v1/privacy/settings
GET /v1/insights/settings  GET /v1/insights/costs
GET /v1/cases              GET /v1/cases/:caseId       GET /v1/cases/settings
GET /v1/cases/figures      GET /v1/cases/desk
GET /v1/insights/cohorts   GET /v1/insights/gaps       GET /v1/insights/rfm
GET /v1/insights/acquisition                        GET /v1/insights/return
GET /v1/insights/effects/programme                  GET /v1/insights/effects
GET /v1/insights/changes   GET /v1/insights/report     GET /v1/insights/alerts
GET /v1/insights/mine      PUT /v1/insights/mine
GET /v1/insights/map
GET /v1/insights/retention-value                    GET /v1/insights/words-and-deeds
GET /v1/insights/forecast  GET /v1/insights/liability  GET /v1/insights/shoppers/:shopperId/forecast
GET /v1/overview
GET /v1/surveys             GET /v1/surveys/:surveyId
GET /v1/surveys/:surveyId/versions`;

const MODERATORS = `
GET /v1/reviews/photos/:photoId
POST /v1/reviews/decisions            POST /v1/reviews/:reviewId/decision
PUT /v1/reviews/:reviewId/reply       DELETE /v1/reviews/:reviewId/reply
POST /v1/questions/decisions          POST /v1/questions/:postId/decision
POST /v1/questions/:questionId/answers
PUT /v1/questions/:questionId/answers/:answerId`;

const MANAGERS = `
PUT /v1/program/draft                 POST /v1/program/publish
PUT /v1/program/schedule              DELETE /v1/program/schedule
PATCH /v1/program/versions/:version
POST /v1/program/simulate             POST /v1/program/expiry
PUT /v1/surveys/:surveyId             DELETE /v1/surveys/:surveyId
POST /v1/surveys/:surveyId/start      POST /v1/surveys/:surveyId/pause
POST /v1/surveys/:surveyId/end
PUT /v1/appearance                    POST /v1/clock/advance
POST /v1/pictures                     DELETE /v1/pictures/:pictureId
POST /v1/shop/check/token
PUT /v1/products/:productId           DELETE /v1/products/:productId
POST /v1/products/batch
PUT /v1/orders/:orderId               POST /v1/orders/reconcile
PUT /v1/shoppers/:shopperId           DELETE /v1/shoppers/:shopperId
DELETE /v1/guests/:shopperId
POST /v1/shoppers/:shopperId/adjustments
POST /v1/shoppers/:shopperId/merge
POST /v1/shoppers/:shopperId/consents POST /v1/guests/:shopperId/consents
PUT /v1/contacts/wordings             POST /v1/contacts/suppressions
POST /v1/mail/events                  POST /v1/mail/reports
PUT /v1/mail/sender                   POST /v1/contacts/resume
POST /v1/mail/events                  POST /v1/mail/inbound
POST /v1/cases                        POST /v1/cases/:caseId/entries
PUT /v1/cases/settings
PUT /v1/insights/settings             POST /v1/insights/costs
DELETE /v1/insights/costs/:costId     POST /v1/insights/alerts/:alertId/seen
POST /v1/contacts/suppressions/lift   POST /v1/contacts/suppressions/lookup
POST /v1/till/lookup
POST /v1/adjustments                  POST /v1/adjustments/:batchId/undo
POST /v1/referrals/:orderId/approve   POST /v1/referrals/:orderId/decline
POST /v1/activities                   DELETE /v1/activities/:activityId
POST /v1/vouchers/:code/validate      POST /v1/vouchers/:code/use
POST /v1/vouchers/:code/release
POST /v1/redemptions/:redemptionId/extend
POST /v1/redemptions/:redemptionId/void
POST /v1/redemptions/:redemptionId/give-back
POST /v1/shoppers/:shopperId/adjustments/:adjustmentId/undo
POST /v1/shoppers/:shopperId/gifts    PUT /v1/shoppers/:shopperId/tier
POST /v1/redemptions                  POST /v1/redemptions/:redemptionId/release
POST /v1/redemptions/:redemptionId/confirm-release
POST /v1/redemptions/:redemptionId/fulfil
POST /v1/rewards/:rewardId/codes
GET /v1/integrations/connection       GET /v1/integrations/messages
PUT /v1/integrations/connection       DELETE /v1/integrations/connection
POST /v1/integrations/sweep           POST /v1/integrations/messages/:messageId/retry
GET /v1/webhooks                      POST /v1/webhooks
GET /v1/webhooks/messages/:messageId  GET /v1/webhooks/:endpointId
PATCH /v1/webhooks/:endpointId        DELETE /v1/webhooks/:endpointId
POST /v1/webhooks/:endpointId/rotate  GET /v1/webhooks/:endpointId/attempts
POST /v1/webhooks/:endpointId/test    POST /v1/webhooks/:endpointId/replay
POST /v1/webhooks/:endpointId/messages/:messageId/resend
PUT /v1/reviews/settings              PUT /v1/contacts/settings
POST /v1/shop/check                   POST /v1/mail/test
PUT /v1/themes/:themeId               POST /v1/themes/:themeId/outcome
PUT /v1/surveys/:surveyId/responses/:responseId/themes
PUT /v1/surveys/:surveyId/responses/:responseId/quotations/:themeId
DELETE /v1/surveys/:surveyId/responses/:responseId/quotations/:themeId
POST /v1/surveys/:surveyId/imports    POST /v1/surveys/:surveyId/imports/preview
DELETE /v1/surveys/:surveyId/imports/:importId
POST /v1/balances/imports             POST /v1/balances/imports/preview
DELETE /v1/balances/imports/:importId
POST /v1/reviews/imports              POST /v1/reviews/imports/preview
DELETE /v1/reviews/imports/:importId`;

const OWNERS = `
GET /v1/mail/inbound
PATCH /v1/shop                        GET /v1/shop/export
POST /v1/shop/close                   POST /v1/shop/reopen
PUT /v1/privacy/settings              POST /v1/contacts/declaration
GET /v1/privacy/requests
GET /v1/privacy/requests/:requestId/export
GET /v1/team                          PUT /v1/team/:userId
DELETE /v1/team/:userId
GET /v1/team/invitations              POST /v1/team/invitations
DELETE /v1/team/invitations/:invitationId
GET /v1/keys                          POST /v1/keys
DELETE /v1/keys/:keyId                GET /v1/acts
GET /v1/exports/acts`;

const RANKS: readonly (readonly [routes: string, roles: readonly Role[]])[] = [
  [EVERYBODY, ['readOnly', 'moderator', 'manager', 'owner']],
  [MODERATORS, ['moderator', 'manager', 'owner']],
  [MANAGERS, ['manager', 'owner']],
  [OWNERS, ['owner']],
];

const MAY = new Map(
  RANKS.flatMap(([routes, roles]) =>
    (routes.match(/[A-Z]+ \/\S+/g) ?? []).map((route) => [route, roles] as const),
  ),
);

describe.each(ENGINES)('who may do what on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  const people: Partial<Record<Role, Browser>> = {};
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
    owner = await firstOwner(world);
    for (const role of ['manager', 'moderator', 'readOnly'] as const)
      people[role] = (
        await addPerson(owner, world, { email: `${role}@shop.example`, role })
      ).browser;
    // A second owner, so that the first is not the last.
    people.owner = (
      await addPerson(owner, world, { email: 'second@shop.example', role: 'owner' })
    ).browser;
  });
  afterAll(() => test.dispose());

  const isAllowed = async (answer: Response): Promise<boolean> => {
    if (answer.status !== 403) return true;
    return ((await answer.json()) as { code: string }).code !== 'notAllowed';
  };

  it('names every operation', () => {
    const routes = createApp(world.deps)
      .routes.filter(({ path, method }) => path.startsWith('/v1/') && method !== 'ALL')
      .map(({ path, method }) => `${method} ${path}`)
      .filter((route) => !route.includes(' /v1/account'));
    expect([...new Set(routes)].toSorted()).toEqual([...MAY.keys()].toSorted());
  });

  it.each([...MAY])('%s is for %s', async (route, roles) => {
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern.replace(/:\w+/g, '7');
    const body = method === 'GET' || method === 'DELETE' ? undefined : {};
    for (const role of ['owner', 'manager', 'moderator', 'readOnly'] as const) {
      const answer = await people[role]?.send(method, path, body);
      if (answer === undefined) throw new Error(`There is no ${role}.`);
      expect([role, await isAllowed(answer)]).toEqual([role, roles.includes(role)]);
    }
    // A key does whatever is not a person's to decide.
    const byKey = await world.merchant(method, path, body);
    expect(['key', await isAllowed(byKey)]).toEqual(['key', roles.includes('manager')]);
    const stranger = openBrowser(world);
    expect((await stranger.send(method, path, body)).status).toBe(401);
  });

  it('lets nobody into a shop they do not work for', async () => {
    const elsewhere = openBrowser(world, 'NOWHERE123');
    for (const [name, value] of people.manager?.cookies ?? []) elsewhere.cookies.set(name, value);
    expect(await isAllowed(await elsewhere.send('GET', '/v1/program'))).toBe(false);
  });

  it('holds a key to what it was made for, and no key can be given what is an owner’s', async () => {
    const make = (abilities: string[]): Promise<Response> =>
      owner.send('POST', '/v1/keys', { kind: 'secret', label: 'Shop', abilities });
    expect((await make(['own'])).status).toBe(400);
    const { text, id } = (await (await make(['sell'])).json()) as { text: string; id: string };
    const use = (method: string, path: string): Promise<Response> =>
      world.request(path, { method, headers: { authorization: `Bearer ${text}` }, body: null });
    expect(await isAllowed(await use('PUT', '/v1/orders/1'))).toBe(true);
    expect(await isAllowed(await use('GET', '/v1/orders/1'))).toBe(false);
    expect(await isAllowed(await use('PUT', '/v1/program/draft'))).toBe(false);
    expect((await owner.send('DELETE', `/v1/keys/${id}`)).status).toBe(204);
    expect((await use('PUT', '/v1/orders/1')).status).toBe(401);
  });

  it('changes what somebody may do from their next request on', async () => {
    const { browser, userId } = await addPerson(owner, world, {
      email: 'rising@shop.example',
      role: 'readOnly',
    });
    const tryIt = async (): Promise<boolean> =>
      isAllowed(await browser.send('PUT', '/v1/appearance', {}));
    expect(await tryIt()).toBe(false);
    await owner.send('PUT', `/v1/team/${userId}`, { role: 'manager' });
    expect(await tryIt()).toBe(true);
    await owner.send('PUT', `/v1/team/${userId}`, { role: 'moderator' });
    expect(await tryIt()).toBe(false);
  });

  it('keeps one owner, no matter who tries to change that', async () => {
    const { items } = (await (await owner.send('GET', '/v1/team')).json()) as {
      items: { userId: string; role: Role; email: string }[];
    };
    const owners = items.filter((one) => one.role === 'owner');
    const [first, second] = owners;
    if (first === undefined || second === undefined) throw new Error('There are two owners.');
    const codes = await Promise.all(
      [first, second].map(({ userId }) =>
        owner.send('PUT', `/v1/team/${userId}`, { role: 'manager' }),
      ),
    );
    // Anyone who comes second is refused: as the last owner, or as one who is no owner any more.
    const [kept, refused] = codes.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(kept).toBe(200);
    expect([403, 409]).toContain(refused);
    const { shopId } = world.keys;
    const { items: left } = await listStaff(world.deps, shopId);
    expect(left.filter(({ role }) => role === 'owner')).toHaveLength(1);
  });

  it('writes down what people do, and what of it was refused', async () => {
    // One of the two was made a manager above.
    const isOwner = (await owner.send('GET', '/v1/acts')).ok;
    const reader = isOwner ? owner : people.owner;
    if (reader === undefined) throw new Error('There is no owner.');
    const items: { actor: string; operation: string; subject: string | null; outcome: string }[] =
      [];
    for (let cursor = ''; ;) {
      const page = (await (await reader.send('GET', `/v1/acts?limit=200${cursor}`)).json()) as {
        items: typeof items;
        nextCursor: string | null;
      };
      items.push(...page.items);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    expect(items).toContainEqual(
      expect.objectContaining({
        actor: 'moderator',
        operation: 'POST /v1/reviews/:reviewId/decision',
        subject: '7',
        outcome: 'refused',
      }),
    );
    // Of looks only those that carry people's data away.
    const looks = items.map(({ operation }) => operation).filter((one) => one.startsWith('GET'));
    expect(looks).toContain('GET /v1/shoppers/:shopperId/export');
    expect(looks.filter((one) => !/\/export(\.csv)?$|\/exports\//.test(one))).toEqual([]);
  });
});
