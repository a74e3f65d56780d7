import { Hono, type Context } from 'hono';
import { caseSettings } from '@okaeri/shared/case-settings';
import {
  caseEntryInput,
  caseInput,
  caseMessageInput,
  caseOutcomeInput,
  casesQuery,
  caseState,
  helpInput,
  type CasesQuery,
} from '@okaeri/shared/cases';
import { inboundMail, type InboundAnswer } from '@okaeri/shared/inbound-mail';
import { LIMITS } from '@okaeri/shared/limits';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { ShopperEnv } from '../../access/storefront.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError, replyRefusal } from '../../platform/http/problem.ts';
import { check, readBody, readJson, readText } from '../../platform/http/read-body.ts';
import {
  pathId,
  readCursor,
  readIdempotencyKey,
  readIfMatch,
} from '../../platform/http/read-request.ts';
import { PERSONAL, replyJson } from '../../platform/http/reply.ts';
import { answer, jsonBody, query, refuse, reply, replyTagged } from '../../platform/http/typed.ts';
import { FIRST_CURSOR } from '../../platform/lib/list-cursor.ts';
import { readDesk } from './case-desk.ts';
import { caseFigures } from './case-figures.ts';
import { inboundSecret, isSigned } from './inbound-secret.ts';
import { openByHand } from './open-by-hand.ts';
import { answerOutcome, askForHelp, listOwnCases, writeInCase, type Asker } from './own-cases.ts';
import { isByDue, listCases, readCase } from './read-cases.ts';
import { readCaseSettings, saveCaseSettings } from './settings.ts';
import { takeInbound } from './take-inbound.ts';
import { addCaseEntry } from './write-entry.ts';

/** `/v1/cases`: what somebody of the shop must put right. */
export const caseRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', query(casesQuery), async (c) => {
      const asked = askedFor(c.req.valid('query'), c.get('actor'));
      const start = isByDue(asked) ? FIRST_CURSOR.oldest : FIRST_CURSOR.newest;
      const after = readCursor(c.req.valid('query').cursor, start);
      const page = await listCases(deps, c.get('shop'), { ...asked, after });
      return answer(c, page, { headers: PERSONAL });
    })
    .post('/', jsonBody(caseInput), async (c) => {
      const opened = await openByHand(deps, {
        shop: c.get('shop'),
        body: c.req.valid('json'),
        actor: c.get('actor'),
        idempotencyKey: readIdempotencyKey(c),
      });
      if ('refused' in opened) return refuse(c, opened.refused);
      return answer(c, opened.body, { status: 201, headers: headersOf(opened) });
    })
    .get('/settings', async (c) =>
      replyTagged(c, { ok: await readCaseSettings(deps, c.get('shop').id) }),
    )
    .put('/settings', jsonBody(caseSettings), async (c) => {
      const of = { shopId: c.get('shop').id, ifMatch: readIfMatch(c) };
      return replyTagged(c, await saveCaseSettings(deps, { ...of, document: c.req.valid('json') }));
    })
    .get('/desk', async (c) =>
      answer(c, await readDesk(deps, c.get('shop'), c.get('actor')), { headers: PERSONAL }),
    )
    .get('/figures', async (c) => answer(c, await caseFigures(deps, c.get('shop'))))
    .get('/:caseId', async (c) =>
      reply(c, await readCase(deps, c.get('shop'), pathId(c, 'caseId'))),
    )
    .post('/:caseId/entries', jsonBody(caseEntryInput), async (c) => {
      const written = await addCaseEntry(deps, {
        shop: c.get('shop'),
        caseId: pathId(c, 'caseId'),
        entry: c.req.valid('json'),
        actor: c.get('actor'),
        actId: c.get('actId'),
        idempotencyKey: readIdempotencyKey(c),
      });
      if ('refused' in written) return refuse(c, written.refused);
      return answer(c, written.body, { status: 201, headers: headersOf(written) });
    });

const ACCEPTED: InboundAnswer = { accepted: true };

/** `/v1/mail/inbound`: messages that came to the shop's address, from its mail provider. */
export const inboundMailRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', (c) =>
      answer(c, {
        url: `${deps.publicUrl}/v1/mail/inbound`,
        secret: inboundSecret(deps, c.get('shop')),
      }),
    )
    .post('/', async (c) => {
      const shop = c.get('shop');
      const body = await readText(c, LIMITS.inboundMailBytesMax);
      const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
      const headers = Object.fromEntries(names.map((name) => [name, c.req.header(name) ?? '']));
      if (!isSigned(deps, shop, { body, headers }))
        throw new ProblemError('badSignature', 'Sign it as Standard Webhooks has it.');
      await takeInbound(deps, shop, check(inboundMail, readJson(body)));
      // Whatever came of it: nobody outside learns which addresses are known.
      return answer(c, ACCEPTED, { status: 202 });
    });

/** `/storefront/v1/{publicKey}/me/cases`: one's own, and asking for help. */
export const ownCaseRoutes = (deps: Deps): Hono<ShopperEnv> => {
  const routes = new Hono<ShopperEnv>();
  routes.get('/', async (c) => {
    const found = await listOwnCases(deps, askerOf(c));
    if ('refused' in found) return replyRefusal(c, found.refused);
    return replyJson(c, { items: found.ok }, { headers: PERSONAL });
  });
  routes.post('/', async (c) => {
    const { input: help } = await readBody(c, helpInput);
    const idempotencyKey = readIdempotencyKey(c);
    return replyOnce(c, await askForHelp(deps, { ...askerOf(c), help, idempotencyKey }));
  });
  routes.post('/:caseId/messages', async (c) => {
    const { input } = await readBody(c, caseMessageInput);
    const of = { ...askerOf(c), caseId: pathId(c, 'caseId'), text: input.text };
    return replyOnce(c, await writeInCase(deps, { ...of, idempotencyKey: readIdempotencyKey(c) }));
  });
  routes.put('/:caseId/outcome', async (c) => {
    const { input } = await readBody(c, caseOutcomeInput);
    const of = { ...askerOf(c), caseId: pathId(c, 'caseId'), solved: input.solved };
    const said = await answerOutcome(deps, of);
    if ('refused' in said) return replyRefusal(c, said.refused);
    return replyJson(c, said.ok, { headers: PERSONAL });
  });
  return routes;
};

function askerOf(c: Context<ShopperEnv>): Asker {
  return { shop: c.get('shop'), claims: c.get('claims') };
}

function replyOnce(
  c: Context<ShopperEnv>,
  answered: Awaited<ReturnType<typeof askForHelp>>,
): Response {
  if ('refused' in answered) return replyRefusal(c, answered.refused);
  return replyJson(c, answered.body, { status: 201, headers: headersOf(answered) });
}

function headersOf({ hit }: { hit: boolean }): Record<string, string> {
  return { ...PERSONAL, ...(hit && { 'Idempotency-Hit': 'true' }) };
}

/** What a list is asked for. A key is nobody, and has no cases of its own. */
function askedFor(
  { state, owner, overdue, shopperId }: CasesQuery,
  actor: MerchantEnv['Variables']['actor'],
) {
  if (owner === 'me' && actor.kind !== 'person')
    throw new ProblemError('personNeeded', 'A key has no cases of its own: name somebody’s id.');
  const me = actor.kind === 'person' ? actor.userId : '';
  return {
    states: state === undefined ? [] : state.split(',').map((one) => caseState.parse(one)),
    ownerId: owner === 'me' ? me : (owner ?? null),
    overdue: overdue === 'true',
    ...(shopperId !== undefined && { shopperId }),
  };
}
