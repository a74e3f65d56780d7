import type { Page } from '@playwright/test';
import { expect, test } from './test.ts';
import { available, gotoOwnPage, openPanel, signIn, type ShopPage } from './support.ts';

const SRC = '/widget/v1/okaeri.js';
const TOKEN_URL = '/demo/api/token';
const BODY = '<p>You have <okaeri-points></okaeri-points></p>';

/** Addresses that say all of it, for those who take attributes away. */
const addressOf = (key: string): string =>
  `${SRC}?shop=${key}&token-url=${encodeURIComponent(TOKEN_URL)}`;
const attributesOf = (key: string): string => `data-shop="${key}" data-token-url="${TOKEN_URL}"`;

/** Ways in which a snippet gets into a page, and works. */
const WAYS: Readonly<Record<string, ShopPage>> = {
  'by its address alone': {
    snippet: (key) => `<script async src="${addressOf(key)}"></script>`,
  },
  'as a module': {
    snippet: (key) => `<script type="module" src="${SRC}" ${attributesOf(key)}></script>`,
  },
  'as a module, by its address alone': {
    snippet: (key) => `<script type="module" src="${addressOf(key)}"></script>`,
  },
  deferred: { snippet: (key) => `<script defer src="${SRC}" ${attributesOf(key)}></script>` },
  'in the way of everything': {
    snippet: (key) => `<script src="${SRC}" ${attributesOf(key)}></script>`,
  },
  'made by a script': {
    snippet: (key) => `<script>
      const tag = document.createElement('script');
      tag.src = '${SRC}';
      tag.setAttribute('data-shop', '${key}');
      tag.setAttribute('data-token-url', '${TOKEN_URL}');
      document.head.appendChild(tag);
    </script>`,
  },
  'by a tag manager that makes each script anew, without its attributes': {
    snippet: (key) => `<script>
      addEventListener('DOMContentLoaded', () => {
        const box = document.createElement('div');
        box.innerHTML = '<script async src="${addressOf(key)}" data-other="1"></' + 'script>';
        for (const { src } of box.querySelectorAll('script'))
          document.body.appendChild(Object.assign(document.createElement('script'), { src }));
      });
    </script>`,
  },
  'before there is a body': {
    snippet: (key) => `<script>
      addEventListener('DOMContentLoaded', () => {
        const { body } = document;
        body.remove();
        const tag = Object.assign(document.createElement('script'), { src: '${addressOf(key)}' });
        document.head.appendChild(tag);
        setTimeout(() => document.documentElement.appendChild(body), 1500);
      });
    </script>`,
  },
  twice: {
    snippet: (key) => `<script async src="${SRC}" ${attributesOf(key)}></script>`.repeat(2),
  },
  'twice, once as a module': {
    snippet: (key) => `<script type="module" src="${addressOf(key)}"></script>
      <script async src="${SRC}" ${attributesOf(key)}></script>`,
  },
  'with values that are empty': {
    snippet: (key) =>
      `<script async src="${SRC}" ${attributesOf(key)} data-token="" data-lang=""></script>`,
  },
};

const linesOf = (page: Page): string[] => {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('okaeri')) lines.push(message.text());
  });
  page.on('pageerror', (error) => lines.push(`thrown: ${error.message}`));
  return lines;
};

for (const [name, own] of Object.entries(WAYS))
  test(`the snippet ${name} works, once, without a word on the console`, async ({
    page,
    baseURL,
  }) => {
    const lines = linesOf(page);
    await signIn(page, 'mika', baseURL ?? '');
    await gotoOwnPage(page, { body: BODY, ...own });
    await available(page);
    await openPanel(page);
    await expect(page.getByRole('dialog')).toContainText('Welcome back, Mika');
    await expect(page.locator('okaeri-launcher')).toHaveCount(1);
    expect(lines).toEqual([]);
  });

test('the snippet in a frame works there', async ({ page, baseURL }) => {
  const lines = linesOf(page);
  await signIn(page, 'mika', baseURL ?? '');
  await gotoOwnPage(page, {
    snippet: (key) => `<script>
      addEventListener('DOMContentLoaded', () => {
        const frame = document.createElement('iframe');
        frame.style.cssText = 'width: 600px; height: 500px';
        frame.srcdoc = '<script async src="${addressOf(key)}"></' + 'script>${BODY}';
        document.body.append(frame);
      });
    </script>`,
  });
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('okaeri-points')).toContainText('points');
  await frame.locator('okaeri-launcher').getByRole('button').click();
  await expect(frame.getByRole('dialog')).toContainText('Welcome back, Mika');
  expect(lines).toEqual([]);
});

/** Snippets that are wrong, and the one sentence their developer reads. */
const MISTAKES: Readonly<Record<string, ShopPage & { says: RegExp }>> = {
  'no key': {
    snippet: () => `<script async src="${SRC}"></script>`,
    says: /\(noShop\): The snippet has no key: write it into data-shop, or .* \?shop=/,
  },
  'an empty key': {
    snippet: () => `<script async src="${SRC}" data-shop=""></script>`,
    says: /\(noShop\)/,
  },
  'a key no shop has': {
    snippet: () => `<script async src="${SRC}?shop=okr_pk_none"></script>`,
    says: /\(unknownShop\): No shop has the key "okr_pk_none"/,
  },
  'a secret key': {
    snippet: () => `<script async src="${SRC}" data-shop="okr_sk_abc"></script>`,
    says: /\(secretKey\): data-shop is a secret key/,
  },
  'an empty token address': {
    snippet: (key) => `<script async src="${SRC}" data-shop="${key}" data-token-url=""></script>`,
    says: /\(noTokenUrl\): data-token-url is empty/,
  },
  'a token address that is a page': {
    snippet: (key) =>
      `<script async src="${SRC}" data-shop="${key}" data-token-url="/demo"></script>`,
    says: /\(noToken\): The token endpoint \/demo answered 200 with something else than JSON/,
  },
  'the keys of two shops': {
    snippet: (key) => `<script src="${SRC}" ${attributesOf(key)}></script>
      <script src="${SRC}?shop=okr_pk_other"></script>`,
    says: /: Two snippets with two keys: the first counts\./,
  },
};

for (const [name, { says, ...own }] of Object.entries(MISTAKES))
  test(`a snippet with ${name} is explained in one sentence to the developer, and to no shopper`, async ({
    page,
  }) => {
    const lines = linesOf(page);
    await gotoOwnPage(page, { body: `<h1>A shop</h1>${BODY}`, ...own });
    await expect.poll(() => lines).toHaveLength(1);
    expect(lines[0]).toMatch(says);
    await page.waitForTimeout(500);
    expect(lines).toHaveLength(1);
    await expect(page.locator('body')).not.toContainText(/data-|key/);
  });

/** The browser asks before a page of elsewhere reaches this machine; so the answers come to it by the test. */
const passOn = async (page: Page, baseURL: string): Promise<void> => {
  await page.route(/\/(widget|storefront)\/v1\//, async (route) =>
    route.fulfill({
      response: await route.fetch({ url: baseURL + new URL(route.request().url()).pathname }),
    }),
  );
};

test('a copy of the loader in the page says where it must come from', async ({ page }) => {
  const lines = linesOf(page);
  const loader = await (await page.request.get(SRC)).text();
  await gotoOwnPage(page, { snippet: () => `<script>${loader}</script>` });
  await expect
    .poll(() => lines)
    .toEqual(['okaeri: Load okaeri.js from your server, by its address.']);
});

test('a page of an origin that is not the shop’s is told which it is', async ({
  page,
  baseURL,
}) => {
  const lines = linesOf(page);
  await passOn(page, baseURL ?? '');
  const other = 'https://elsewhere.example';
  const demo = await (await page.request.get('/demo')).text();
  const key = /data-shop="([^"]+)"/.exec(demo)?.[1] ?? '';
  await page.route(`${other}/`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<script async src="https://okaeri.example${SRC}" data-shop="${key}"></script>`,
    }),
  );
  await page.goto(other);
  await expect.poll(() => lines).toHaveLength(1);
  expect(lines[0]).toContain(`This page's origin, ${other}, is not among the shop's origins`);
});

test('a frame without an origin is told that it has none', async ({ page, baseURL }) => {
  const lines = linesOf(page);
  await passOn(page, baseURL ?? '');
  await gotoOwnPage(page, {
    snippet: (key) => `<script>
      addEventListener('DOMContentLoaded', () => {
        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts');
        frame.srcdoc = '<script async src="${baseURL ?? ''}${SRC}?shop=${key}"></' + 'script>';
        document.body.append(frame);
      });
    </script>`,
  });
  await expect.poll(() => lines).toHaveLength(1);
  expect(lines[0]).toMatch(/in a frame without an origin: let its sandbox have allow-same-origin/);
});

test('a widget whose parts cannot be loaded says so in the end', async ({ page }) => {
  const lines = linesOf(page);
  await page.clock.install();
  await page.route('**/widget/v1/first-*', (route) => route.abort('blockedbyclient'));
  await gotoOwnPage(page);
  await expect
    .poll(async () => {
      await page.clock.runFor(10_000);
      return lines;
    })
    .toHaveLength(1);
  expect(lines[0]).toMatch(/^okaeri: TypeError: Failed to fetch .*first-/);
});
