import type { DnsRecord, DnsRecordName } from '@okaeri/shared/mail-sender';

/** What is known of a sender when its records are written down. */
interface Of {
  readonly domain: string;
  /** What only this shop of this server has. */
  readonly token: string;
  /** The domain of the server's own address, whose mail server sends for the shop. */
  readonly serverDomain: string;
}

/** The part of the key that the mail server signs with. */
const SELECTOR = 'okaeri';

/** What a domain needs so that messages may come from it (RFC 7208, 6376, 7489), and the proof that it is the shop's. */
export const recordsFor = ({
  domain,
  token,
  serverDomain,
}: Of): readonly Omit<DnsRecord, 'found'>[] => [
  { name: 'proof', type: 'TXT', host: `_okaeri.${domain}`, value: `okaeri-shop=${token}` },
  { name: 'spf', type: 'TXT', host: domain, value: `v=spf1 include:${serverDomain} ~all` },
  {
    name: 'dkim',
    type: 'TXT',
    host: `${SELECTOR}._domainkey.${domain}`,
    value: 'v=DKIM1; k=rsa; p=…',
  },
  { name: 'dmarc', type: 'TXT', host: `_dmarc.${domain}`, value: 'v=DMARC1; p=none' },
];

/** Whether the texts of a name are what was asked for. */
export const isFound = (
  { name, value }: Pick<DnsRecord, 'name' | 'value'>,
  texts: readonly string[],
): boolean => CHECKS[name](texts, value);

const CHECKS: Readonly<
  Record<DnsRecordName, (texts: readonly string[], value: string) => boolean>
> = {
  proof: (texts, value) => texts.some((text) => text.trim() === value),
  spf: (texts, value) => {
    // Two of them are none (RFC 7208, section 4.5).
    const found = texts.filter((text) => /^v=spf1( |$)/i.test(text));
    const wanted = value.split(' ').find((part) => part.startsWith('include:'));
    return (
      found.length === 1 &&
      found[0]
        ?.toLowerCase()
        .split(/ +/)
        .includes(wanted ?? '') === true
    );
  },
  dkim: (texts) => texts.some((text) => (tagsOf(text).get('p') ?? '') !== ''),
  dmarc: (texts) => {
    const found = texts.filter((text) => /^v=DMARC1\s*(;|$)/.test(text));
    return (
      found.length === 1 &&
      /^(none|quarantine|reject)$/i.test(tagsOf(found[0] ?? '').get('p') ?? '')
    );
  },
};

/** `tag=value` pairs of a record. */
function tagsOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(';').map((part) => {
      const [tag = '', ...value] = part.split('=');
      return [tag.trim().toLowerCase(), value.join('=').trim()] as const;
    }),
  );
}
