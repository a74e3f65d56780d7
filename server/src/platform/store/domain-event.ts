import type { WebhookType } from '@okaeri/shared/webhooks';

/** Something that happened within a write, for webhooks. */
export interface DomainEvent {
  readonly shopId: string;
  readonly type: WebhookType;
  /** Whom it is about; their id of the merchant's is looked up only where somebody wants to know. */
  readonly shopperId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}
