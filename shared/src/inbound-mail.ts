import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** `GET /v1/mail/inbound`: where the shop's mail provider sends messages to, and with what it signs them. */
export interface InboundSetup {
  readonly url: string;
  readonly secret: string;
}

/** Texts of a message that came by e-mail; the whole of a request is held by its bytes. */
const mailText = z.string().max(LIMITS.inboundMailBytesMax);
const mailLine = z.string().max(LIMITS.inboundMailLineMax);

/** `POST /v1/mail/inbound`: a message that came to the shop, as its mail provider took it. */
export const inboundMail = z.object({
  messageId: mailLine.min(1),
  inReplyTo: mailLine.nullish(),
  references: z.union([mailLine, z.array(mailLine)]).nullish(),
  to: z.union([mailLine, z.array(mailLine)]),
  /** Empty for the null sender of reports. */
  from: mailLine.nullish(),
  subject: mailLine.nullish(),
  /** Its plain text; where a message has HTML alone, that. */
  text: mailText.nullish(),
  headers: z
    .union([
      z.record(z.string(), z.union([mailText, z.array(mailText)])),
      z.array(z.strictObject({ name: mailLine, value: mailText })),
    ])
    .default({}),
});
export type InboundMail = z.infer<typeof inboundMail>;

/** The answer, whatever came of it: nobody outside learns which addresses are known. */
export interface InboundAnswer {
  readonly accepted: true;
}
