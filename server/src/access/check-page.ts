import { Parser } from 'htmlparser2';
import type { PageCheck } from '@okaeri/shared/access';
import type { Deps } from '../deps.ts';
import { checksOf, type FoundScript } from './page-check-rules.ts';
import type { ShopRow } from './tables.ts';

/** Bytes of a page that are looked at. */
const PAGE_BYTES_MAX = 5_242_880;

const POLICY = 'content-security-policy';

/**
 * Looks at a page of the shop's as it is sent: whether the snippet is in it, with the right key,
 * whether its origin is allowed and its policy lets the widget work. The page is fetched as
 * everything that others name: from the public internet only.
 */
export const checkPage = async (deps: Deps, shop: ShopRow, url: string): Promise<PageCheck> => {
  const policies: string[] = [];
  try {
    const bytes = await deps.fetchOutside(url, {
      bytesMax: PAGE_BYTES_MAX,
      onHeaders: (headers) => policies.push(...asList(headers[POLICY])),
    });
    const page = readPage(new TextDecoder().decode(bytes));
    const checks = checksOf({
      scripts: page.scripts,
      policies: [...policies, ...page.policies],
      loaderUrl: `${deps.publicUrl}/widget/v1/okaeri.js`,
      publicKey: shop.publicKey,
      origins: shop.origins,
      pageUrl: url,
    });
    return { checks };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { checks: [{ name: 'reached', ok: false, detail }] };
  }
};

function asList(header: string | string[] | undefined): string[] {
  return header === undefined ? [] : [header].flat().flatMap((text) => text.split(','));
}

function readPage(html: string): { scripts: FoundScript[]; policies: string[] } {
  const scripts: FoundScript[] = [];
  const policies: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const { src, content } = attributes;
      if (name === 'script' && src !== undefined)
        scripts.push({ src, shop: attributes['data-shop'] });
      if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === POLICY && content)
        policies.push(content);
    },
  });
  parser.write(html);
  parser.end();
  return { scripts, policies };
}
