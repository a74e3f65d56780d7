import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account, Invitation, InvitationView } from '@okaeri/shared/team';
import {
  accountOf,
  addPerson,
  firstOwner,
  openBrowser,
  tokenOf,
  type Browser,
} from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, type World } from '../testing/world.ts';

describe.each(ENGINES)('invitations on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
    owner = await firstOwner(world);
  });
  afterAll(() => test.dispose());

  const invite = async (email: string): Promise<Invitation> => {
    const answer = await owner.send('POST', '/v1/team/invitations', { email, role: 'manager' });
    expect(answer.status).toBe(201);
    return (await answer.json()) as Invitation;
  };
  const view = (by: Browser, token: string): Promise<Response> =>
    by.send('POST', '/v1/account/invitation', { token });
  const waiting = async (): Promise<readonly (string | null)[]> => {
    const answer = await owner.send('GET', '/v1/team/invitations');
    return ((await answer.json()) as { items: Invitation[] }).items.map(({ email }) => email);
  };

  it('say to anyone who has the link which shop it is, and as whom', async () => {
    const { url } = await invite('new@shop.example');
    const said = (await (await view(openBrowser(world), tokenOf(url))).json()) as InvitationView;
    expect(said).toEqual({ shopName: 'Test', email: 'new@shop.example', role: 'manager' });
    expect((await view(openBrowser(world), 'made up')).status).toBe(404);
  });

  it('are taken by who has an account already, once, and not by somebody else', async () => {
    const here = await addPerson(owner, world, { email: 'here@shop.example', role: 'readOnly' });
    const other = await addPerson(owner, world, { email: 'other@shop.example', role: 'readOnly' });
    const opened = await owner.send('POST', '/v1/account/shops', { name: 'Second' });
    const { shopId } = (await opened.json()) as { shopId: string };
    const email = 'here@shop.example';
    const invited = await owner.send(
      'POST',
      '/v1/team/invitations',
      { email, role: 'manager' },
      { 'okaeri-shop': shopId },
    );
    const token = tokenOf(((await invited.json()) as Invitation).url);
    const join = (by: Browser): Promise<Response> =>
      by.send('POST', '/v1/account/join-as', { token });
    expect((await join(openBrowser(world))).status).toBe(401);
    expect((await join(other.browser)).ok).toBe(false);
    const joined = await join(here.browser);
    expect(joined.status).toBe(200);
    const { shops } = (await accountOf(here.browser)) as Account;
    expect(shops.map(({ name, role }) => [name, role])).toEqual([
      ['Second', 'manager'],
      ['Test', 'readOnly'],
    ]);
    expect((await join(here.browser)).ok).toBe(false);
  });

  it('can be taken back, and are worth nothing from then on', async () => {
    const { id, url } = await invite('regretted@shop.example');
    expect(await waiting()).toContain('regretted@shop.example');
    const path = `/v1/team/invitations/${id}`;
    expect((await owner.send('DELETE', path)).status).toBe(204);
    expect(await waiting()).not.toContain('regretted@shop.example');
    expect((await view(openBrowser(world), tokenOf(url))).status).toBe(404);
    expect((await owner.send('DELETE', path)).status).toBe(404);
  });
});
