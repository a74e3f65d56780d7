import type { ConsentPurpose } from '@okaeri/shared/consents';

/** Why a message was sent, or was not: what the page tells of one. */
export type MailReason =
  | { readonly kind: 'agreed'; readonly on: string | null }
  | { readonly kind: 'notRefused' | 'service' }
  | { readonly kind: 'refused' | 'undeliverable' | 'overtaken' | 'tooMany' };

/** What the page behind the last link of an e-mail says. */
export interface PreferenceTexts {
  /** What e-mails of a purpose are called, and what they are about. */
  readonly named: Readonly<Record<ConsentPurpose, string>>;
  readonly about: Readonly<Record<ConsentPurpose, string>>;
  readonly service: string;
  readonly title: (shop: string) => string;
  readonly ask: (shop: string, what: string) => string;
  readonly stopThese: string;
  readonly all: string;
  readonly stop: string;
  readonly start: string;
  readonly on: string;
  readonly off: string;
  readonly stopAll: (shop: string) => string;
  readonly stopped: (shop: string, what: string) => string;
  readonly stoppedAll: (shop: string) => string;
  readonly again: string;
  readonly back: (shop: string, what: string) => string;
  readonly pending: string;
  readonly recent: string;
  readonly sent: (day: string, what: string) => string;
  readonly notSent: (day: string, what: string) => string;
  readonly because: Readonly<Record<MailReason['kind'], string>>;
  readonly becauseAgreedOn: (day: string) => string;
  readonly wrong: string;
}
