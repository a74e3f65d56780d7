import { z } from 'zod';
import { role } from './access.ts';
import { accountEmail } from './emails.ts';
import type { Role } from './roles.ts';
import { LIMITS } from './limits.ts';
import { columnsOf, type Counted } from './list-parts.ts';
import { ACT_COLUMNS, ACT_OUTCOMES } from './list-words.ts';
import { instant, lineOf } from './values.ts';

const token = z.string().min(1).max(200);

/** A password of the console. Length is what counts (NIST SP 800-63B, section 3.1.1.2). */
const password = z.string().min(LIMITS.passwordMin).max(LIMITS.passwordMax);

const personName = lineOf(LIMITS.personNameMax);

/** The token of an invitation's link. */
export const invitationToken = z.strictObject({ token });

/** Somebody who joins with an account of their own. */
export const joinInput = z.strictObject({ token, name: personName, email: accountEmail, password });
export type JoinInput = z.output<typeof joinInput>;

/** What an invitation says to whoever has its link. */
export interface InvitationView {
  /** Null for the first person of a server. */
  readonly shopName: string | null;
  /** The address it is for; null where it is for whoever has the link. */
  readonly email: string | null;
  readonly role: Role;
}

/** Inviting somebody into a shop. */
export const invitationInput = z.strictObject({
  email: accountEmail.transform((text) => text.toLowerCase()),
  role,
});

export const roleInput = z.strictObject({ role });

/** A shop as somebody who works for it sees it. */
export interface MyShop {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly sandbox: boolean;
  readonly isClosed: boolean;
  readonly publicKey: string;
  readonly role: Role;
}

/** Who is signed in, and where they may go. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly operator: boolean;
  readonly hasSecondFactor: boolean;
  readonly shops: readonly MyShop[];
}

/** One person of a shop. */
export interface Member {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly hasSecondFactor: boolean;
  readonly since: string;
}

/** An invitation that nobody has taken yet. */
export interface Invitation {
  readonly id: string;
  readonly email: string | null;
  readonly role: Role;
  /** What to send to that person; only owners see it. */
  readonly url: string;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

/** One line of a shop's log. */
export interface Act {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly byKey: boolean;
  /** As the API names it: `POST /v1/reviews/:reviewId/decision`. */
  readonly operation: string;
  readonly subject: string | null;
  /** `cut` where the server ended before there was an answer. */
  readonly outcome: 'done' | 'refused' | 'cut';
  /** Of points adjusted by hand: how many, and what the team noted. */
  /** Why it was done, where the act asks for it. */
  readonly reason: string | null;
  readonly adjustment: { readonly points: number; readonly note: string | null } | null;
}

/** The log, or what of it was asked for. */
export interface ActList {
  readonly items: readonly Act[];
  readonly nextCursor: string | null;
  /** Only where it was asked to be counted. */
  readonly total: Counted | null;
}

/** What the log is narrowed to. */
const actFilters = z.object({
  /** Who did it: a person's name, or a key's. */
  actor: z.string().max(300).optional(),
  /** What was done, as the API names it. */
  operation: z.string().max(200).optional(),
  /** What it was done to. */
  subject: z.string().max(600).optional(),
  outcome: z.enum(ACT_OUTCOMES).optional(),
  /** From this instant on, and before that one. */
  from: instant.optional(),
  until: instant.optional(),
  order: z.enum(['asc', 'desc']).default('desc'),
});

/** `GET /v1/acts`. */
export const actsQuery = actFilters.extend({
  /** Whether it is to be counted how many there are. */
  counted: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageMax).default(LIMITS.pageDefault),
});
export type ActsQuery = z.output<typeof actsQuery>;

/** `GET /v1/exports/acts`: the same as a table for spreadsheets, in columns of one's choice. */
export const actExportQuery = actFilters.extend({ columns: columnsOf(ACT_COLUMNS) });
