import type { Case, CaseDetail, CaseEntryInput, OwnCase } from '@okaeri/shared/cases';
import { DELIVERY_HANDLERS, jobsOf } from '../compose-areas.ts';
import { deliverDue } from '../platform/outbox/deliver-due.ts';
import type { World } from './world.ts';

/** What people of a shop, and its shoppers, do about cases. */
export interface CaseActs {
  /** A shopper who has joined, with their token. */
  readonly join: (claims?: Record<string, unknown>) => Promise<{ id: string; token: string }>;
  readonly list: (query?: string) => Promise<readonly Case[]>;
  readonly read: (id: string) => Promise<CaseDetail>;
  readonly write: (id: string, entry: CaseEntryInput | object, key?: string) => Promise<Response>;
  readonly open: (shopperId: string, change?: object, key?: string) => Promise<CaseDetail>;
  readonly help: (token: string, body?: object, key?: string) => Promise<Response>;
  readonly say: (token: string, id: string, text: string) => Promise<Response>;
  readonly solve: (token: string, id: string, solved: boolean) => Promise<Response>;
  readonly own: (token: string) => Promise<readonly OwnCase[]>;
  readonly settle: (change: object) => Promise<void>;
  /** Hands over what is due. */
  readonly deliver: () => Promise<void>;
  /** What the clock brings. */
  readonly tick: () => Promise<void>;
}

export const caseActsOf = (world: World): CaseActs => {
  const once = (key?: string) => ({ 'idempotency-key': key ?? crypto.randomUUID() });
  const document = async <Body>(answer: Promise<Response>): Promise<Body> => {
    const given = await answer;
    if (!given.ok) throw new Error(await given.text());
    return (await given.json()) as Body;
  };
  return {
    async join(claims = {}) {
      const id = `s-${crypto.randomUUID().slice(0, 8)}`;
      const token = await world.token(id, { email: `${id}@x.example`, name: 'Ada Ono', ...claims });
      await document(world.storefront('GET', '/me', { token }));
      return { id, token };
    },
    async list(query = '') {
      const page = await document<{ items: Case[] }>(world.merchant('GET', `/v1/cases${query}`));
      return page.items;
    },
    read: (id) => document(world.merchant('GET', `/v1/cases/${id}`)),
    write: (id, entry, key) => world.merchant('POST', `/v1/cases/${id}/entries`, entry, once(key)),
    open: (shopperId, change = {}, key) =>
      document(
        world.merchant('POST', '/v1/cases', { shopperId, text: 'By hand', ...change }, once(key)),
      ),
    help: (token, body = {}, key) =>
      world.storefront('POST', '/me/cases', {
        token,
        body: { text: 'The mug is broken', ...body },
        headers: once(key),
      }),
    say: (token, id, text) =>
      world.storefront('POST', `/me/cases/${id}/messages`, {
        token,
        body: { text },
        headers: once(),
      }),
    solve: (token, id, solved) =>
      world.storefront('PUT', `/me/cases/${id}/outcome`, { token, body: { solved } }),
    async own(token) {
      const answer = world.storefront('GET', '/me/cases', { token });
      return (await document<{ items: OwnCase[] }>(answer)).items;
    },
    async settle(change) {
      const { headers } = await world.merchant('GET', '/v1/cases/settings');
      const ifMatch = { 'if-match': headers.get('etag') ?? '' };
      await document(world.merchant('PUT', '/v1/cases/settings', change, ifMatch));
    },
    async deliver() {
      await deliverDue(world.deps, DELIVERY_HANDLERS);
    },
    async tick() {
      await jobsOf(world.deps)
        .find(({ name }) => name === 'followCases')
        ?.run();
    },
  };
};
