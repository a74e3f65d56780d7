import type { BrowserContext } from '@playwright/test';

/** Elements that draw blocks, each with the place its page keeps for it on a phone, in pixels. */
const BLOCKS = {
  rewards: 1000,
  tier: 900,
  referral: 400,
  nudge: 300,
  page: 1000,
  reviews: 2400,
  questions: 1200,
  order: 340,
  help: 300,
  consents: 1000,
  survey: 400,
};
type Block = keyof typeof BLOCKS;

/** What stands on the page of an account. */
const ACCOUNT = ['nudge', 'tier', 'referral', 'help', 'consents'] as const;

interface OwnPage {
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Whether the page's own CSS keeps the places, or the widget, as they were on an earlier visit. */
  readonly remembered: boolean;
}

const PAGES: readonly OwnPage[] = [false, true].flatMap((remembered) => [
  { name: 'account', blocks: ACCOUNT, remembered },
  ...(Object.keys(BLOCKS) as Block[]).map((block) => ({
    name: block,
    blocks: [block],
    remembered,
  })),
]);

/**
 * Pages of a shop with blocks above other content: the page of an account, and one for each block. Each is there twice: its
 * places are kept as the documentation says, or say nothing and are remembered by the widget.
 */
export const ownPages = async (
  context: BrowserContext,
  base: string,
  orderId: string,
): Promise<string[]> => {
  const demo = await (await context.request.get(`${base}/demo`)).text();
  const key = /data-shop="([^"]+)"/.exec(demo)?.[1] ?? '';
  const addresses: string[] = [];
  for (const page of PAGES) {
    const address = `${base}/measured/${page.name}${page.remembered ? '-remembered' : ''}`;
    await context.route(address, (route) =>
      route.fulfill({ contentType: 'text/html', body: htmlOf(page, key, orderId) }),
    );
    addresses.push(address);
  }
  return addresses;
};

function htmlOf({ name, blocks, remembered }: OwnPage, key: string, orderId: string): string {
  const places = blocks.map(
    (block) => `okaeri-${block} { display: block; min-block-size: ${BLOCKS[block]}px }`,
  );
  const elements = blocks.map(
    (block) =>
      `<h2>${block}</h2><okaeri-${block} product-id="mug" order-id="${orderId}"></okaeri-${block}>`,
  );
  return `<!doctype html><meta name="viewport" content="width=device-width"><title>${name}</title>
<script async ${remembered ? 'blocking="render"' : ''} src="/widget/v1/okaeri.js" data-shop="${key}" data-token-url="/demo/api/token"></script>
<style>${remembered ? '' : places.join('\n')}</style>
<h1>A shop</h1>${elements.join('')}
<p>${'What stands beneath it. '.repeat(60)}</p>`;
}
