import { SignJWT } from 'jose';

/** The people one can be in the demo shop. A guest is nobody. */
export const ACCOUNTS = {
  mika: { id: 'mika', email: 'mika@example.com', name: { en: 'Mika', ja: '美香' } },
  jun: { id: 'jun', email: 'jun@example.com', name: { en: 'Jun', ja: '潤' } },
} as const;

export type AccountId = keyof typeof ACCOUNTS;

/** The account of a cookie's value; anything else is a guest. */
export const accountOf = (value: string | undefined): AccountId | null =>
  value === 'mika' || value === 'jun' ? value : null;

const TOKEN_SECONDS = 900;

/** Somebody who shops here. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/** What tokens are signed for and with. The secret never leaves the shop's own backend. */
export interface Keys {
  readonly publicKey: string;
  readonly identitySecret: string;
}

/** Signs the token that tells Okaeri who is shopping. */
export const signPerson = ({ id, email, name }: Person, shop: Keys): Promise<string> =>
  new SignJWT({ email, email_verified: true, name })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setAudience(shop.publicKey)
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_SECONDS}s`)
    .sign(new TextEncoder().encode(shop.identitySecret));

/** The same, for whom one is in the demo shop. */
export const signToken = (
  account: AccountId,
  shop: Keys & { language: 'en' | 'ja' },
): Promise<string> =>
  signPerson({ ...ACCOUNTS[account], name: ACCOUNTS[account].name[shop.language] }, shop);
