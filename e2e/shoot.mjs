import { chromium } from '@playwright/test';
const base = process.argv[2],
  out = process.argv[3];
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ],
});
const only = process.argv[4];
for (const lang of ['en', 'ja'])
  for (const scheme of ['light', 'dark'])
    for (const [w, h] of [
      [1280, 860],
      [360, 740],
    ]) {
      const tag = `${lang}-${scheme}-${w}`;
      if (only && !tag.match(only)) continue;
      const ctx = await browser.newContext({
        viewport: { width: w, height: h },
        colorScheme: scheme,
        locale: lang,
      });
      const host = new URL(base).hostname;
      await ctx.addCookies([
        { name: 'demo_account', value: 'mika', domain: host, path: '/' },
        { name: 'demo_language', value: lang, domain: host, path: '/' },
      ]);
      const page = await ctx.newPage();
      page.on('console', (m) => {
        if (['error', 'warning'].includes(m.type())) console.log(tag, m.text());
      });
      page.on('pageerror', (e) => console.log(tag, 'pageerror', e.message));
      await page.goto(base + '/demo');
      await page.waitForTimeout(900);
      await page.screenshot({ path: `${out}/${tag}-1shop.png` });
      await page.goto(base + '/demo/product?id=mug');
      await page.waitForTimeout(700);
      await page.screenshot({ path: `${out}/${tag}-2product.png` });
      await page.locator('okaeri-launcher button').click();
      await page.waitForTimeout(900);
      await page.screenshot({ path: `${out}/${tag}-3rewards.png` });
      await page.locator('okaeri-widget [role=tab]').nth(1).click();
      await page.waitForTimeout(400);
      await page.screenshot({ path: `${out}/${tag}-4earn.png` });
      await page.locator('okaeri-widget [role=tab]').nth(2).click();
      await page.waitForTimeout(600);
      await page.locator('okaeri-widget summary').nth(2).click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: `${out}/${tag}-5history.png` });
      await ctx.close();
    }
await browser.close();
