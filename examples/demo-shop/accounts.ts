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

/** Signs the token that tells Okaeri who is shopping. The secret never leaves the shop's own backend. */
export const signToken = (
  account: AccountId,
  shop: { publicKey: string; identitySecret: string; language: 'en' | 'ja' },
): Promise<string> => {
  const { id, email, name } = ACCOUNTS[account];
  return new SignJWT({ email, email_verified: true, name: name[shop.language] })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(id)
    .setAudience(shop.publicKey)
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_SECONDS}s`)
    .sign(new TextEncoder().encode(shop.identitySecret));
};
