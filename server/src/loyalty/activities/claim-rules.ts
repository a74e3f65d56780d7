import { isSameHash, keyedHash } from '../../platform/lib/keyed-hash.ts';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { ActRule } from '@okaeri/shared/earning';

/** How long a browser may take to claim what it was given a nonce for. */
export const CLAIM_LIFE_MS = 10 * 60_000;

const MAC_LENGTH = 22;

/** Acts a browser may claim; whatever else earns is known here, or reported by the merchant. */
const CLAIMABLE: ReadonlySet<string> = new Set<ActRule['on']>(['visit', 'share', 'follow']);

export type ClaimableRule = Extract<ActRule, { on: 'visit' | 'share' | 'follow' }>;

/** The rule of that id, when a browser may claim it. */
export const claimableRule = (
  document: ProgramDocument,
  ruleId: string,
): ClaimableRule | undefined =>
  document.earning.find(
    (rule): rule is ClaimableRule => rule.id === ruleId && rule.enabled && CLAIMABLE.has(rule.on),
  );

/** Whom a nonce is for, and for what. */
export interface ClaimScope {
  readonly shopId: string;
  readonly externalId: string;
  readonly ruleId: string;
}

/** A nonce for one claim of one shopper. It costs no row; using it makes the act's id, which is unique. */
export const nonceFor = (
  scope: ClaimScope,
  by: { secretKey: Buffer; random: string; expiresAt: number },
): string => {
  const text = `${by.random}.${by.expiresAt.toString(36)}`;
  return `${text}.${macOf(by.secretKey, scope, text)}`;
};

/** Whether a nonce is ours, for this claim, and in time. */
export const isNonceFor = (
  nonce: string,
  scope: ClaimScope,
  by: { secretKey: Buffer; now: number },
): boolean => {
  const [random = '', expiresAt = '', mac = ''] = nonce.split('.');
  const expected = macOf(by.secretKey, scope, `${random}.${expiresAt}`);
  if (!isSameHash(Buffer.from(mac), Buffer.from(expected))) return false;
  return Number.parseInt(expiresAt, 36) >= by.now;
};

function macOf(secretKey: Buffer, scope: ClaimScope, text: string): string {
  return keyedHash(
    secretKey,
    JSON.stringify(['claim', scope.shopId, scope.externalId, scope.ruleId, text]),
  )
    .toString('base64url')
    .slice(0, MAC_LENGTH);
}
