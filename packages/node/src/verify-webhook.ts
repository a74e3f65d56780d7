import type { WebhookBody } from '@okaeri/shared/webhooks';
import { Webhook } from 'standardwebhooks';

/** A message that was not sent by the server, was altered, or is too old. */
export class WebhookNotVerifiedError extends Error {
  override readonly name = 'WebhookNotVerifiedError';
}

/** Headers as any framework gives them. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

const NAMES = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/**
 * Checks that a message came from the server, unaltered and within the last five minutes, by
 * Standard Webhooks (https://www.standardwebhooks.com), and gives what it says. The same message may
 * come more than once: remember `id` where what you do must be done once.
 *
 * @param message.secret `whsec_…`; while you change over, the new and the one before
 * @param message.body the body as it came, to the byte: before anything has parsed it
 * @throws WebhookNotVerifiedError when it is to be answered with 401 and forgotten
 *
 * @example
 * app.post('/hooks/okaeri', async (request, reply) => {
 *   const { id, type, data } = verifyWebhook({ secret, headers: request.headers, body: request.rawBody })
 *   if (type === 'points.earned') await congratulate(data.shopperId)
 *   return reply.code(204).send()
 * })
 */
export const verifyWebhook = (message: {
  secret: string | readonly string[];
  headers: WebhookHeaders;
  body: string;
}): WebhookBody & { readonly id: string } => {
  const { secret, headers, body } = message;
  const signed = Object.fromEntries(NAMES.map((name) => [name, readHeader(headers, name)]));
  for (const one of typeof secret === 'string' ? [secret] : secret)
    try {
      const said = new Webhook(one).verify(body, signed) as WebhookBody;
      return { id: signed['webhook-id'] ?? '', ...said };
    } catch {
      // Another secret may fit.
    }
  throw new WebhookNotVerifiedError('The signature, or the time, of the message is not right.');
};

function readHeader(headers: WebhookHeaders, name: string): string {
  const value =
    typeof headers.get === 'function'
      ? headers.get(name)
      : // Names of headers are the same in capital and small letters (RFC 9110, section 5.1).
        Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value : '';
}
