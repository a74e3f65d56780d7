import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, request } from '@playwright/test';
import { DATABASE_URL, firstPersonUrl, FOLDER, ORIGIN } from './server.ts';

export const OWNER = { name: 'Haru Tanaka', email: 'haru@shop.example' } as const;
export const PASSWORD = 'a long and quiet evening';

/** Runs the command line against the database under test, or another server's. */
export const okaeri = (
  command: string,
  server: Record<string, string> = { DATABASE_URL, PUBLIC_URL: ORIGIN },
): string =>
  execFileSync(process.execPath, ['../server/src/cli.ts', ...command.split(' ')], {
    cwd: import.meta.dirname,
    env: { ...process.env, ...server },
    encoding: 'utf8',
  }).trim();

// One owner for all tests of a worker, beside its database.
const STATE = join(FOLDER, 'owner.json');

/** The cookies of the owner, who joins by the first link where nobody has before. */
export const ownerState = async (): Promise<string> => {
  if (existsSync(STATE)) return STATE;
  const context = await request.newContext({
    baseURL: ORIGIN,
    extraHTTPHeaders: { Origin: ORIGIN },
  });
  const token = new URL(firstPersonUrl()).hash.slice(1);
  const joined = await context.post('/v1/account/join', {
    data: { token, ...OWNER, password: PASSWORD },
  });
  expect(joined.ok(), await joined.text()).toBe(true);
  await context.storageState({ path: STATE });
  await context.dispose();
  return STATE;
};

/** Posts something as the console's owner, without the console. */
export const askAsOwner = async <Answer>(path: string, data: unknown): Promise<Answer> => {
  const context = await request.newContext({
    baseURL: ORIGIN,
    extraHTTPHeaders: { Origin: ORIGIN },
    storageState: await ownerState(),
  });
  const answer = await context.post(path, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  const body = (await answer.json()) as Answer;
  await context.dispose();
  return body;
};
