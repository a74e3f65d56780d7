import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compilePackages } from '../tooling/pack/compile.ts';
import { writePackage } from '../tooling/pack/write-package.ts';
import { expect, test } from './test.ts';
import { signIn } from './support.ts';

/** Where the tests' pages find what npm would have installed. */
const INSTALLED = '/installed';

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'okaeri-package-'));
  const tarball = writePackage('client', compilePackages(['client']), folder);
  mkdirSync(join(folder, 'installed'));
  execFileSync('tar', ['-xzf', tarball, '-C', join(folder, 'installed'), '--strip-components=1']);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the headless example draws, takes a reward and gives it back with the package from its tarball', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'mika', baseURL ?? '');
  const read = (path: string): string => readFileSync(join(folder, 'installed', path), 'utf8');
  const { name, exports } = JSON.parse(read('package.json')) as {
    name: string;
    exports: { '.': { default: string } };
  };
  const asked: string[] = [];
  await page.route(`**${INSTALLED}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    asked.push(pathname);
    const body = read(pathname.slice(INSTALLED.length + 1));
    return route.fulfill({ body, contentType: 'text/javascript' });
  });
  // Browsers find a package by an import map, as bundlers do by its manifest.
  const imports = { [name]: new URL(exports['.'].default, `${baseURL}${INSTALLED}/`).pathname };
  await page.route('**/demo/examples/headless.html', async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace(
      '<script',
      `<script type="importmap">${JSON.stringify({ imports })}</script><script`,
    );
    await route.fulfill({ response, body: html });
  });
  await page.route('**/demo/examples/headless.js', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('/widget/v1/okaeri-client.js', name);
    await route.fulfill({ response, body });
  });
  await page.goto('/demo/examples/headless.html');
  const balance = page.locator('#balance');
  await expect(balance).toHaveText(/^\d+ points$/);
  expect(asked).toContain(`${INSTALLED}/dist/session.js`);
  const before = Number((await balance.innerText()).split(' ')[0]);
  await page.getByRole('button', { name: '¥300 off: 300 points' }).click();
  await expect(page.locator('#code')).toHaveText(/^Your code: OK-/);
  await expect(balance).toHaveText(`${before - 300} points`);
  await page.getByRole('button', { name: 'Give it back' }).click();
  await expect(balance).toHaveText(`${before} points`);
});
