import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensurePhp } from '../../../tooling/ensure-php.ts';
import { sampleFor, type SampleLanguage } from './token-samples.ts';

const OF = { host: 'https://loyalty.example', publicKey: 'okr_pk_test' };
const SECRET = 'okr_is_a-secret-of-the-shop';
const ROOT = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'okaeri-samples-'));
beforeAll(() => ensurePhp(), 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands around each sample: somebody who is signed in, and how its answer is printed. */
const RUNS: Readonly<Record<Exclude<SampleLanguage, 'liquid'>, (isGuest: boolean) => string[]>> = {
  node: (isGuest) => {
    const library = pathToFileURL(join(ROOT, 'packages/node/src/shopper-token.ts')).href;
    const user = isGuest
      ? 'undefined'
      : "{ id: 17, email: 'ada@post.example', emailVerified: true }";
    const text = `
      let kept;
      const app = { get: (path, handler) => (kept = handler) };
      ${sampleFor('node', OF).replace('@okaeri/node/shopper-token', library)}
      const headers = {};
      const res = { set: (name, value) => (headers[name] = value), json: (body) => body };
      console.log(JSON.stringify({ ...(await kept({ user: ${user} }, res)), headers }));`;
    return [process.execPath, write('sample.mjs', text)];
  },
  php: (isGuest) => {
    const user = "['id' => 17, 'email' => 'ada@post.example', 'email_verified' => true]";
    const before = `<?php session_start(); ${isGuest ? '' : `$_SESSION['user'] = ${user};`}`;
    const settings = [
      'error_reporting=0',
      `session.save_path=${folder}`,
      `auto_prepend_file=${write('before.php', before)}`,
    ];
    const file = write('sample.php', sampleFor('php', OF));
    return ['php', ...settings.flatMap((setting) => ['-d', setting]), file];
  },
  python: (isGuest) => {
    const text = `${sampleFor('python', OF)}

class User:
    id = 17
    email = "ada@post.example"
    email_verified = True


print(json.dumps(loyalty_token(${isGuest ? 'None' : 'User()'})))
`;
    return ['python3', write('sample.py', text)];
  },
};

it.each(['node', 'php', 'python'] as const)(
  'the sample in %s signs a token that holds, and gives a guest none',
  (language) => {
    const answer = (isGuest: boolean): { token: string | null } => {
      const [command = '', ...parameters] = RUNS[language](isGuest);
      const env = { ...process.env, OKAERI_IDENTITY_SECRET: SECRET };
      const said = execFileSync(command, parameters, { env, encoding: 'utf8' });
      return JSON.parse(said) as { token: string | null };
    };
    expect(answer(true).token).toBeNull();
    const [head = '', claims = '', mac] = (answer(false).token ?? '').split('.');
    const part = (text: string): unknown => JSON.parse(Buffer.from(text, 'base64url').toString());
    expect(part(head)).toEqual({ alg: 'HS256', typ: 'JWT' });
    const said = part(claims) as { iat: number; exp: number };
    expect(said).toMatchObject({
      aud: OF.publicKey,
      sub: '17',
      email: 'ada@post.example',
      email_verified: true,
    });
    expect(said.exp - said.iat).toBe(600);
    expect(Math.abs(said.iat - Date.now() / 1000)).toBeLessThan(60);
    const own = createHmac('sha256', SECRET).update(`${head}.${claims}`).digest('base64url');
    expect(mac).toBe(own);
  },
  30_000,
);

it('the sample for Shopify is the tag of the app’s own theme block', () => {
  const path = 'integrations/shopify/extensions/okaeri/snippets/okaeri-script.liquid';
  const block = readFileSync(join(ROOT, path), 'utf8');
  const tag = block.slice(block.indexOf('<script')).trim();
  const filled = tag
    .replace('{{ host | escape }}', OF.host)
    .replace('{{ shop_key | escape }}', OF.publicKey)
    .replace('{{ proxy | escape }}', '/apps/okaeri');
  expect(sampleFor('liquid', OF)).toBe(filled);
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
