import type { PageCheck } from '@okaeri/shared/access';

/** A script of a page, by what the snippet has. */
export interface FoundScript {
  readonly src: string;
  readonly shop: string | undefined;
}

type Check = PageCheck['checks'][number];

/** Directives of a page's policies that keep the widget from working there. */
export const missingDirectives = (policies: readonly string[], host: URL, page: URL): string[] => {
  const needed = ['script-src', 'connect-src', 'img-src'] as const;
  return needed.filter((name) =>
    policies.some((policy) => {
      const directives = directivesOf(policy);
      const own = name === 'script-src' ? directives.get('script-src-elem') : undefined;
      const sources = own ?? directives.get(name) ?? directives.get('default-src');
      // With `strict-dynamic` a nonce counts and no host does; whether it has one, a browser sees.
      const isByNonce = sources?.some((source) => /^'(nonce-|strict-dynamic)/i.test(source));
      return isByNonce !== true && !allows(sources, host, page);
    }),
  );
};

/** What of a page that was fetched is as it must be. */
export const checksOf = (of: {
  scripts: readonly FoundScript[];
  policies: readonly string[];
  loaderUrl: string;
  publicKey: string;
  origins: readonly string[];
  pageUrl: string;
}): Check[] => {
  const { scripts, policies, loaderUrl, publicKey, origins, pageUrl } = of;
  const page = new URL(pageUrl);
  const loader = new URL(loaderUrl);
  const ours = scripts.flatMap(({ src, shop }) => {
    if (!URL.canParse(src, pageUrl)) return [];
    const address = new URL(src, pageUrl);
    // Where attributes are taken away, the key is in the address.
    const key = shop ?? address.searchParams.get('shop');
    address.search = '';
    return address.href === loaderUrl ? [key] : [];
  });
  const isThere = ours.length > 0;
  const isOrigin = page.origin === loader.origin || origins.includes(page.origin);
  const missing = missingDirectives(policies, loader, page);
  return [
    { name: 'reached', ok: true, detail: null },
    // A tag manager may put it there later.
    { name: 'snippet', ok: isThere ? true : null, detail: null },
    {
      name: 'key',
      ok: isThere ? ours.includes(publicKey) : null,
      detail: isThere ? (ours[0] ?? null) : null,
    },
    { name: 'origin', ok: isOrigin, detail: page.origin },
    {
      name: 'policy',
      ok: missing.length === 0,
      detail: missing.length === 0 ? null : missing.join(', '),
    },
  ];
};

/** The directives of a policy, each with its sources; of two of one name the first counts (CSP 3, section 2.2.1). */
function directivesOf(policy: string): Map<string, readonly string[]> {
  return new Map(
    policy
      .split(';')
      .toReversed()
      .map((part): [string, string[]] => {
        const [name = '', ...sources] = part.trim().split(/\s+/);
        return [name.toLowerCase(), sources];
      }),
  );
}

function allows(sources: readonly string[] | undefined, host: URL, page: URL): boolean {
  // What is not said is allowed.
  if (sources === undefined) return true;
  return sources.some((source) => {
    const text = source.toLowerCase();
    if (text === '*' || takesIn(text, host.protocol)) return true;
    if (text === "'self'") return host.origin === page.origin;
    const bare = text.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
    const scheme = /^https?:(?=\/\/)/.exec(text)?.[0];
    if (scheme !== undefined && !takesIn(scheme, host.protocol)) return false;
    return bare.startsWith('*.') ? host.host.endsWith(bare.slice(1)) : bare === host.host;
  });
}

/** Whether a scheme of a policy takes in another: what HTTP may, HTTPS may too (CSP 3, section 6.7.2.8). */
function takesIn(scheme: string, other: string): boolean {
  return scheme === other || (scheme === 'http:' && other === 'https:');
}
