import type { ConsentPurpose } from '@okaeri/shared/consents';
import { signLink } from '../../access/signed-links.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { mailHtml, mailText, type MailParts } from '../../platform/mail/mail-layout.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';
import { contactSettingsOf } from '../consents/contact-settings.ts';

/** What every message ends with that nobody waits for: who writes, and how to hear no more of it (L2). */
export interface LetterEnd {
  readonly unsubscribeUrl: string;
  readonly imprint: string | null;
}

/** The end of messages to one shopper about one purpose. Its link is good for ever, and without signing in (E27). */
export const letterEnd = async (
  deps: Deps,
  shop: ShopRow,
  { shopperId, purpose }: { shopperId: string; purpose: ConsentPurpose },
): Promise<LetterEnd> => {
  const token = await signLink(deps, shop, {
    use: 'unsubscribe',
    shopperId,
    purpose,
    orderId: null,
    confirmed: false,
    endsAt: null,
  });
  return {
    unsubscribeUrl: `${deps.publicUrl}/unsubscribe/${shop.publicKey}/${token}`,
    imprint: contactSettingsOf(shop).imprint,
  };
};

/** A message of a relationship or of marketing, with its end and with the one click of mail programs (RFC 8058). */
export const touchLetter = async (letter: {
  readonly to: string;
  readonly shopName: string;
  readonly subject: string;
  readonly parts: Omit<MailParts, 'footerLink'>;
  readonly end: LetterEnd;
  /** What its last link is called. */
  readonly stop: string;
}): Promise<Mail> => {
  const { to, shopName, subject, end, stop } = letter;
  const parts: MailParts = {
    ...letter.parts,
    footer: [...letter.parts.footer, ...(end.imprint?.split('\n') ?? [])],
    footerLink: { label: stop, url: end.unsubscribeUrl },
  };
  return {
    to,
    fromName: shopName,
    subject,
    text: mailText(parts),
    html: await mailHtml(parts),
    headers: {
      // One click, without a page in between (RFC 8058).
      'List-Unsubscribe': `<${end.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
};
