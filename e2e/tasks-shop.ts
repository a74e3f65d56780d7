import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import { tokenOf } from './console.ts';
import { freePorts } from './free-ports.ts';

const OWNER = { name: 'Haru Tanaka', email: 'haru@shop.example', password: 'a long quiet evening' };

/** A server of a tree, on an empty database, and the link for its first person. */
export const serveTree = async (root: string) => {
  const [port = 0] = await freePorts(1);
  const origin = `http://localhost:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-tasks-'));
  const env = {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: origin,
    DATABASE_URL: `file:${join(folder, 'tasks.db')}`,
    DEMO: 'off',
    LOG_LEVEL: 'warn',
  };
  const server = spawn(process.execPath, [join(root, 'server/src/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  const lines = createInterface({ input: server.stdout });
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => line.startsWith('Okaeri is running') && resolve());
    lines.on('close', () => reject(new Error(`The server of ${root} did not start.`)));
  });
  const link = execFileSync(
    process.execPath,
    [join(root, 'server/src/cli.ts'), 'person', 'first'],
    { cwd: root, env, encoding: 'utf8' },
  ).trim();
  return {
    origin,
    token: new URL(link).hash.slice(1),
    async stop() {
      server.kill();
      await once(server, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The first person's account; the cookies of the request are signed in from then on. */
export const joinAsOwner = async (
  request: APIRequestContext,
  { origin, token }: { origin: string; token: string },
): Promise<void> => {
  const headers = { Origin: origin };
  const joined = await request.post('/v1/account/join', { headers, data: { token, ...OWNER } });
  expect(joined.ok(), await joined.text()).toBe(true);
};

/** A shop's keys, as the console has shown them and as its storefront has them. */
export interface TaskKeys {
  readonly shopId: string;
  readonly publicKey: string;
  readonly secretKey: string;
  readonly identitySecret: string;
}

/** What happens in a shop without the console: what its server and its shoppers do. */
export const createWorld = (request: APIRequestContext, keys: TaskKeys, origin: string) => {
  const call = async (method: string, path: string, data?: unknown, more: object = {}) => {
    const headers = {
      Authorization: `Bearer ${keys.secretKey}`,
      ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }),
      ...more,
    };
    return answerOf(path, await request.fetch(path, { method, headers, data }));
  };
  return {
    call,
    /** Has a shopper do something in the widget. */
    act: async (sub: string, method: string, path: string, data: unknown): Promise<void> => {
      const address = `/storefront/v1/${keys.publicKey}${path}`;
      const headers = {
        Authorization: `Bearer ${tokenOf(keys, sub)}`,
        Origin: origin,
        'Idempotency-Key': randomUUID(),
      };
      await answerOf(path, await request.fetch(address, { method, headers, data }));
    },
    /** Publishes the programme with some of it changed. */
    publish: async (change: (program: Written) => object): Promise<void> => {
      const { version: _, ...program } = (await call('GET', '/v1/program')).body;
      const draft = await call('GET', '/v1/program/draft');
      const changed = { ...program, ...change(program) };
      const put = await call('PUT', '/v1/program/draft', changed, { 'If-Match': draft.etag });
      await call('POST', '/v1/program/publish', undefined, { 'If-Match': put.etag });
    },
  };
};
export type World = ReturnType<typeof createWorld>;
type Written = Readonly<Record<string, unknown>>;

async function answerOf(
  path: string,
  answer: APIResponse,
): Promise<{ body: Written; etag: string }> {
  const text = await answer.text();
  expect(answer.ok(), `${path}: ${text}`).toBe(true);
  return {
    body: (text === '' ? {} : JSON.parse(text)) as Written,
    etag: answer.headers()['etag'] ?? '',
  };
}
