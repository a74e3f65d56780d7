import { z } from 'zod';
import { email } from './emails.ts';
import { line } from './values.ts';

/** `PUT /v1/mail/sender`: from whom the shop's messages come, and where answers go. */
export const mailSenderInput = z.strictObject({
  /** The shop's own where left out. */
  name: line.nullable().default(null),
  /** On a domain of the shop; until that is proved, the server's own address stands instead. */
  address: email.nullable().default(null),
  replyTo: email.nullable().default(null),
});
export type MailSenderSettings = z.infer<typeof mailSenderInput>;

/** Records of a domain that mail servers ask for: the proof that is ours, and those that say who may send. */
export type DnsRecordName = 'proof' | 'spf' | 'dkim' | 'dmarc';

/** What a domain is asked for, as whoever keeps it enters it. */
export interface DnsRecord {
  readonly name: DnsRecordName;
  readonly type: 'TXT';
  readonly host: string;
  readonly value: string;
  /** Whether the domain had it when it was last asked; null before that. */
  readonly found: boolean | null;
}

/** `GET /v1/mail/sender`: from whom the shop's messages come. */
export interface MailSenderView extends MailSenderSettings {
  /** Since when the address is used: its domain was proved; null while the server's own is. */
  readonly provedAt: string | null;
  readonly checkedAt: string | null;
  /** None without an address. */
  readonly records: readonly DnsRecord[];
  /** The address messages come from now; null where the server sends none. */
  readonly from: string | null;
}
