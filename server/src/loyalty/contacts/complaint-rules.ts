import { LIMITS } from '@okaeri/shared/limits';

/** Marketing by e-mail that was sent, and how often somebody complained about it. */
export interface MailCounts {
  readonly sent: number;
  readonly complained: number;
}

/** Days that are looked at. */
export const COMPLAINT_DAYS = 30;

/** Whether mail servers would soon refuse everything of the shop (E30): few messages say nothing yet. */
export const isTooMany = ({ sent, complained }: MailCounts): boolean =>
  sent >= LIMITS.complaintsSentMin && complained / sent >= LIMITS.complaintsShareMax;
