import PostalMime, { type Attachment, type Email } from 'postal-mime';
import type { MailEvent } from '@okaeri/shared/contacts';

/** What a report says of one of our messages. */
export interface MailReport {
  readonly messageId: string;
  readonly kind: MailEvent['kind'];
}

/** Why a text is no report that can be used. */
export type ReportFault = 'noReport' | 'noMessage';

/** Parts within parts that are looked into, and bytes of headers: a report needs few. */
const DEPTH_MAX = 10;
const HEADER_BYTES_MAX = 65_536;

/**
 * Reads a report about a message as a mail server sends it: that it could not be delivered (RFC 3464), or that
 * somebody complained (ARF, RFC 5965). What was only late, or was delivered, is neither.
 */
export const readReport = async (raw: Uint8Array): Promise<MailReport | ReportFault> => {
  const email = await parsed(raw);
  if (email === null) return 'noReport';
  const status = textOf(email, 'message/delivery-status');
  const feedback = textOf(email, 'message/feedback-report');
  if (status === null && feedback === null) return 'noReport';
  const messageId = messageIdOf(email, `${status ?? ''}\n${feedback ?? ''}`);
  if (messageId === null) return 'noMessage';
  if (feedback !== null)
    return { messageId, kind: isComplaint(feedback) ? 'complaint' : 'delivered' };
  return { messageId, kind: isPermanent(status ?? '') ? 'hardBounce' : 'delivered' };
};

async function parsed(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      maxNestingDepth: DEPTH_MAX,
      maxHeadersSize: HEADER_BYTES_MAX,
    });
  } catch {
    return null;
  }
}

/** That it will never arrive: of any of those it was for, the last action was `failed`, for a reason of class 5. */
function isPermanent(status: string): boolean {
  return status
    .split(/\n\s*\n/)
    .some((block) => /^action:\s*failed\b/im.test(block) && /^status:\s*5\./im.test(block));
}

/** What nobody complains by: that it was no spam, and what programs report of signatures and viruses (RFC 5965, RFC 6591). */
const NO_COMPLAINTS: ReadonlySet<string> = new Set([
  'not-spam',
  'miscategorized',
  'auth-failure',
  'dkim',
  'dmarc',
  'virus',
]);

function isComplaint(feedback: string): boolean {
  const [, type = ''] = /^feedback-type:\s*([\w-]+)/im.exec(feedback) ?? [];
  return type !== '' && !NO_COMPLAINTS.has(type.toLowerCase());
}

/** The id of the message it is about: from the message that came back, or its headers. */
function messageIdOf(email: Email, report: string): string | null {
  const returned = ['message/rfc822', 'text/rfc822-headers', 'message/global'].map(
    (type) => textOf(email, type) ?? '',
  );
  for (const text of [...returned, report]) {
    const [, id] = /^(?:x-)?(?:original-)?message-id:\s*(<[^<>\s]{1,400}>)/im.exec(text) ?? [];
    if (id !== undefined) return id;
  }
  return null;
}

function textOf({ attachments }: Email, mimeType: string): string | null {
  const part = attachments.find((one) => one.mimeType.toLowerCase() === mimeType);
  return part === undefined ? null : asText(part).replaceAll('\r\n', '\n');
}

function asText({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
