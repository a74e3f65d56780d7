import { Hono } from 'hono';
import { mailEvents } from '@okaeri/shared/contacts';
import { LIMITS } from '@okaeri/shared/limits';
import { mailSenderInput } from '@okaeri/shared/mail-sender';
import type { MerchantEnv } from '../../access/merchant.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { readBytes } from '../../platform/http/read-body.ts';
import { readIfMatch } from '../../platform/http/read-request.ts';
import { answer, jsonBody, replyTagged } from '../../platform/http/typed.ts';
import { noteMailEvents } from './note-mail-events.ts';
import { noteReport } from './note-report.ts';
import type { ReportFault } from './read-report.ts';
import { readSender, saveSender } from './sender.ts';

const FAULTS: Readonly<Record<ReportFault, string>> = {
  noReport: 'must be a report of a mail server (RFC 3464 or RFC 5965)',
  noMessage: 'must name the message it is about',
};

/** `/v1/mail/events`: what became of messages, as the shop's mail provider tells it. */
export const mailEventRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().post('/', jsonBody(mailEvents), async (c) =>
    answer(c, await noteMailEvents(deps, c.get('shop'), c.req.valid('json').events)),
  );

/** `/v1/mail/reports`: the same, as mail servers send it to each other, one message as it came. */
export const mailReportRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().post('/', async (c) => {
    const raw = await readBytes(c, LIMITS.mailReportBytesMax);
    const noted = await noteReport(deps, c.get('shop'), raw);
    if (typeof noted !== 'string') return answer(c, noted);
    const errors = [{ path: '', code: noted, message: FAULTS[noted] }];
    throw new ProblemError('invalidRequest', `The message ${FAULTS[noted]}.`, { errors });
  });

/** `/v1/mail/sender`: from whom the shop's messages come. */
export const mailSenderRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>()
    .get('/', async (c) => replyTagged(c, { ok: await readSender(deps, c.get('shop')) }))
    .put('/', jsonBody(mailSenderInput), async (c) => {
      const of = { shop: c.get('shop'), ifMatch: readIfMatch(c) };
      return replyTagged(c, await saveSender(deps, { ...of, document: c.req.valid('json') }));
    });
