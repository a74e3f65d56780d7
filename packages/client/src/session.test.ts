import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSession, type Fault, type Session } from './session.ts';

const SHOP = 'okr_pk_test';

/** A device's storage, which lists its names as a browser's does. */
const createStorage = (): object =>
  Object.create({
    getItem(this: Record<string, string>, name: string) {
      return this[name] ?? null;
    },
    setItem(this: Record<string, string>, name: string, value: string) {
      this[name] = value;
    },
    removeItem(this: Record<string, string>, name: string) {
      delete this[name];
    },
  }) as object;

const tokenOf = (sub: string): string => `e30.${btoa(JSON.stringify({ sub }))}.sign`;

/** Listens on a port of its own, and says where. */
const listen = async (answer: RequestListener): Promise<{ server: Server; url: string }> => {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

type Answer = { status: number; body?: string; type?: string };
/** What the shop's endpoint answers; null is a shop that never does. */
let token: Answer | null;
let shop: Awaited<ReturnType<typeof listen>>;
let sessions: Session[];

const signedInAs = (sub: string): Answer => ({
  status: 200,
  body: JSON.stringify({ token: tokenOf(sub) }),
});

const answerAsServer: RequestListener = (request, response) => {
  const json = (body: unknown): void => void response.end(JSON.stringify(body));
  if (request.url === '/token') {
    if (token === null) return;
    response.writeHead(token.status, {
      'Content-Type': token.type ?? 'application/json',
      ...(token.status === 302 && { Location: '/login' }),
    });
    response.end(token.body);
  } else if (request.url === '/login') response.end('<html>Please sign in</html>');
  else if (request.url?.endsWith('/program')) json({ version: 1, appearance: {} });
  else if (/\/me(\?.*)?$/.test(request.url ?? '')) {
    const payload = request.headers.authorization?.split('.')[1] ?? '';
    json({ shopper: { id: (JSON.parse(atob(payload)) as { sub: string }).sub } });
  }
};

const visit = (tokenUrl = `${shop.url}/token`): { session: Session; faults: Fault[] } => {
  const session = createSession({ baseUrl: shop.url, publicKey: SHOP, token: null, tokenUrl });
  const faults: Fault[] = [];
  session.onFault((fault) => faults.push(fault));
  sessions.push(session);
  return { session, faults };
};

beforeEach(async () => {
  vi.stubGlobal('localStorage', createStorage());
  sessions = [];
  shop = await listen(answerAsServer);
});

afterEach(() => {
  vi.unstubAllGlobals();
  shop.server.closeAllConnections();
  shop.server.close();
});

const HTML = 'text/html';
const FAILURES: Readonly<Record<string, { answer: Answer; status: number }>> = {
  'answers 404': { answer: { status: 404, body: 'not here', type: HTML }, status: 404 },
  'answers 500 with JSON': { answer: { status: 500, body: '{"error":"oh"}' }, status: 500 },
  'answers 500 with a token': { answer: { ...signedInAs('mika'), status: 500 }, status: 500 },
  'answers 200 with a page': {
    answer: { status: 200, body: '<html>login</html>', type: HTML },
    status: 200,
  },
  'leads to the page to sign in': { answer: { status: 302 }, status: 200 },
  'answers with another name for the token': {
    answer: { status: 200, body: '{"jwt":"a.b.c"}' },
    status: 200,
  },
  'answers null': { answer: { status: 200, body: 'null' }, status: 200 },
  'cuts its answer short': { answer: { status: 200, body: '{"token":"a.b' }, status: 200 },
};

describe.each(Object.entries(FAILURES))('a token endpoint that %s', (_, { answer, status }) => {
  it('leaves what is public, and is a fault that says the status', async () => {
    token = answer;
    const { session, faults } = visit();
    await session.refresh();
    expect(session.state).toMatchObject({
      program: { version: 1 },
      me: null,
      signedIn: false,
      failed: 'refused',
    });
    expect(faults).toMatchObject([{ code: 'noToken', error: { problem: { status } } }]);
  });

  it('leaves what was last known of the person who was here, said to be old', async () => {
    token = signedInAs('mika');
    await visit().session.refresh();
    token = answer;
    const { session } = visit();
    await session.refresh();
    const known = { me: { shopper: { id: 'mika' } }, signedIn: true, failed: 'refused' };
    expect(session.state).toMatchObject(known);
    await session.refresh();
    expect(session.state).toMatchObject(known);
    token = signedInAs('mika');
    await session.refresh();
    expect(session.state).toMatchObject({ ...known, failed: null });
  });
});

describe('a token endpoint', () => {
  it('that cannot be reached leaves what is public, and is a fault without a status', async () => {
    const gone = await listen(() => undefined);
    gone.server.close();
    const { session, faults } = visit(`${gone.url}/token`);
    await session.refresh();
    expect(session.state).toMatchObject({ program: { version: 1 }, failed: 'refused' });
    expect(faults).toMatchObject([{ code: 'noToken', error: { problem: { status: 0 } } }]);
  });

  it('that never answers keeps nobody from what is public, and is a fault in the end', async () => {
    token = null;
    const { session, faults } = visit();
    const done = session.refresh();
    const within = { timeout: 30_000, interval: 50 };
    await vi.waitFor(() => expect(session.state.program).not.toBeNull(), within);
    expect(session.state).toMatchObject({ me: null, failed: 'refused' });
    expect(faults).toEqual([]);
    await done;
    expect(faults).toMatchObject([{ code: 'noToken', error: { problem: { status: 0 } } }]);
  });

  it('that takes its time, and then answers, makes no fault', async () => {
    token = null;
    const { session, faults } = visit();
    const done = session.refresh();
    await vi.waitFor(() => expect(session.state.program).not.toBeNull(), { timeout: 30_000 });
    await session.identify(tokenOf('mika'));
    expect(session.state).toMatchObject({ me: { shopper: { id: 'mika' } }, failed: null });
    shop.server.closeAllConnections();
    await done;
    expect(session.state).toMatchObject({ me: { shopper: { id: 'mika' } }, failed: null });
    expect(faults).toEqual([]);
  });
});

describe.each([
  ['401', { status: 401, body: '<html>no</html>', type: HTML }],
  ['204', { status: 204 }],
  ['200 and nothing', { status: 200, body: '' }],
  ['null as the token', { status: 200, body: '{"token":null}' }],
] as const)('a token endpoint that answers %s', (_, answer) => {
  it('says that nobody is signed in, and nothing of the one who was stays on the device', async () => {
    token = signedInAs('mika');
    await visit().session.refresh();
    for (const kind of ['met', 'seen', 'draft', 'language', 'friend', 'attempt'])
      localStorage.setItem(`okaeri:${kind}:${SHOP}${kind === 'draft' ? ':mug' : ''}`, 'x');
    localStorage.setItem('okaeri:met:okr_pk_other', 'x');
    localStorage.setItem('cart', 'x');
    token = answer;
    const { session, faults } = visit();
    await session.refresh();
    expect(session.state).toMatchObject({ me: null, signedIn: false, failed: null });
    expect(faults).toEqual([]);
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('mika');
    expect(Object.keys(localStorage).toSorted()).toEqual([
      'cart',
      `okaeri:attempt:${SHOP}`,
      `okaeri:friend:${SHOP}`,
      `okaeri:language:${SHOP}`,
      `okaeri:last:${SHOP}`,
      'okaeri:met:okr_pk_other',
    ]);
  });
});

describe('the programme', () => {
  /** What the server is asked, but for who is here. */
  let asked: string[];
  let tag: string;
  beforeEach(async () => {
    asked = [];
    tag = 'v1';
    shop.server.closeAllConnections();
    shop.server.close();
    shop = await listen((request, response) => {
      const url = (request.url ?? '').replace(`/storefront/v1/${SHOP}`, '');
      if (url === '/token') {
        if (token !== null) response.end(token.body);
        return;
      }
      asked.push(url);
      const program = { tag, version: 1, appearance: {} };
      const known = /program=(.*)/.exec(url)?.[1];
      const more = known !== undefined && known !== tag && { program };
      response.end(
        JSON.stringify(url === '/program' ? program : { ...more, shopper: { id: 'mika' } }),
      );
    });
  });

  it('comes with what a member has, in one request, and is kept apart from it', async () => {
    token = signedInAs('mika');
    const { session } = visit();
    await session.refresh();
    expect(asked).toEqual(['/me?program=']);
    expect(session.state).toMatchObject({
      program: { tag: 'v1' },
      me: { shopper: { id: 'mika' } },
    });
    expect(session.state.me).not.toHaveProperty('program');
  });

  it('does not come again while it is the one this device knows, and does once it is another', async () => {
    token = signedInAs('mika');
    await visit().session.refresh();
    const { session } = visit();
    await session.refresh();
    expect(asked.splice(0)).toEqual(['/me?program=', '/me?program=v1']);
    expect(session.state.program).toMatchObject({ tag: 'v1' });
    tag = 'v2';
    await session.refresh();
    await session.refresh();
    expect(asked).toEqual(['/me?program=v1', '/me?program=v2']);
    expect(session.state.program).toMatchObject({ tag: 'v2' });
  });

  it('is asked for by itself for a guest', async () => {
    token = { status: 200, body: '{"token":null}' };
    const { session } = visit();
    await session.refresh();
    expect(asked).toEqual(['/program']);
    expect(session.state).toMatchObject({ program: { tag: 'v1' }, me: null });
  });

  it('is asked for beside a shop that takes longer than a moment to say who is here', async () => {
    token = null;
    const { session } = visit();
    const done = session.refresh();
    await vi.waitFor(() => expect(asked).toEqual(['/program']), { timeout: 1500 });
    await session.identify(tokenOf('mika'));
    shop.server.closeAllConnections();
    await done;
    expect(session.state).toMatchObject({
      program: { tag: 'v1' },
      me: { shopper: { id: 'mika' } },
    });
  });
});
