import type { Answers } from '@okaeri/shared/answers';
import type { z } from 'zod';

/** What is written down of an operation; the rest is known from its route and its schemas. */
export interface Operation {
  /** Its name in the document, and in clients that are made of it. */
  readonly id: string;
  /** What it does, in a sentence without a full stop. */
  readonly summary: string;
  /** What it answers: a type of `Answers`, the schema of a document, a media type, or nothing. */
  readonly answers: keyof Answers | z.ZodType | { readonly media: string } | null;
  /** The media type in which it comes line by line, to clients that ask for that. */
  readonly lines?: string;
  /** Statuses of success; 200 where left out, 204 where nothing is answered. */
  readonly statuses?: readonly number[];
  /** What is sent, where the route does not say so itself. */
  readonly body?: z.ZodType | { readonly media: string };
  readonly query?: z.ZodType;
  /** `Idempotency-Key` is needed. */
  readonly keyed?: true;
  /** `If-Match` is needed, and `ETag` is answered. */
  readonly tagged?: true;
  /** `ETag` is answered, and to clients that send it as `If-None-Match` a 304 while it is still right. */
  readonly revalidated?: true;
  /** Nobody needs to say who they are. */
  readonly open?: true;
  /** A page of ours, which one address reads so many times a minute. */
  readonly isPage?: true;
  /**
   * Of what a shopper sends: a message that people read, a choice that may be a no, or why it is no write. Whatever
   * says nothing here is one, and is counted (`openapi/what-is-said.ts`).
   */
  readonly said?: 'message' | 'choice' | { readonly nothing: string };
}

/** Operations by method and path, as `PUT /v1/orders/{orderId}`. */
export type Operations = Readonly<Record<string, Operation>>;

const STOREFRONT = '/storefront/v1/{publicKey}';

/** Operations of the storefront, under the key of its shop. */
export const atStorefront = (operations: Readonly<Record<string, Operation>>): Operations =>
  Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [
      name.replace(' /', ` ${STOREFRONT}/`),
      operation,
    ]),
  );

/** What a shopper writes for people to read, of which there are fewer in ten minutes. */
export const message = { said: 'message' } as const;

/** A write unless it says no, which is always taken: its route asks `takeChoice`. */
export const choice = { said: 'choice' } as const;

/** No write of a shopper, for this reason. */
export const saysNothing = (nothing: string) => ({ said: { nothing } }) as const;

/** Nobody needs to say who they are. */
export const open = { open: true } as const;

/** The same of a page that a link of an e-mail leads to. */
export const publicPage = { open: true, isPage: true } as const;
