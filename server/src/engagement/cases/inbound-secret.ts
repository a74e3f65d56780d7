import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { keyedHash } from '../../platform/lib/keyed-hash.ts';

type Keyed = Pick<Deps, 'secretKey'>;

/**
 * With what a shop's mail provider signs what it sends here, as outgoing webhooks are signed
 * (https://www.standardwebhooks.com). It follows from the server's own secret, so that nothing is kept of it.
 */
export const inboundSecret = (deps: Keyed, shop: Pick<ShopRow, 'id'>): string =>
  `whsec_${keyedHash(deps.secretKey, `inbound mail ${shop.id}`).toString('base64')}`;

/** Whether a message was signed with it, and not too long ago. */
export const isSigned = (
  deps: Keyed,
  shop: Pick<ShopRow, 'id'>,
  sent: { body: string; headers: Record<string, string> },
): boolean => {
  try {
    new Webhook(inboundSecret(deps, shop)).verify(sent.body, sent.headers);
    return true;
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false;
    throw error;
  }
};
