/**
 * What may leave by the outbox: the fields of each kind. Areas add theirs here:
 *
 *     declare module '../../platform/outbox/payloads.ts' {
 *       interface OutboxPayloads {
 *         inviteToVote: { readonly voteId: string };
 *       }
 *     }
 *
 * People are named by their row and secrets are encrypted: words are made when it leaves.
 *
 * @public areas add to it
 */
export interface OutboxPayloads {}

export type OutboxKind = keyof OutboxPayloads;

/** What waits to leave, of one kind or of any. */
export type OutboxPayload<Kind extends OutboxKind = OutboxKind> = {
  [K in Kind]: { readonly kind: K } & OutboxPayloads[K];
}[Kind];
