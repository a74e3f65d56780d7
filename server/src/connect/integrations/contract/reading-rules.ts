import type { z } from 'zod';
import { orderState, type OrderState } from '@okaeri/shared/orders';
import { productState, type ProductState } from '@okaeri/shared/products';
import { UNSAID_LANGUAGE } from '@okaeri/shared/text-for';
import { LIMITS } from '@okaeri/shared/limits';
import { readEmail } from '@okaeri/shared/emails';
import { cleanLine, cutWords } from '@okaeri/shared/words';
import { leftOutOf } from '../../../platform/lib/left-out.ts';
import { UnreadableMessageError, type ProductSnapshot } from './platform-event-rules.ts';

/* What every platform's payloads are read with. */

/** Reads a payload as its schema has it, or says what is wrong with the first of it. */
export const readAs = <Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new UnreadableMessageError(`${where} ${issue?.message ?? 'is not valid'}`);
};

/** A state made of a payload, as the orders' verb takes it. */
export const readState = (state: unknown): OrderState => readAs(orderState, state);

/** A product made of a payload: its title is in the one language a shop writes in, which nobody says. */
export const readProductOf = (
  productId: string,
  told: Omit<ProductState, 'updatedAt' | 'title'> & {
    updatedAt: number;
    title: string | null | undefined;
  },
): ProductSnapshot => {
  const { updatedAt, title } = told;
  const stated = {
    ...told,
    updatedAt: new Date(updatedAt).toISOString(),
    title: { [UNSAID_LANGUAGE]: title ?? '' },
  };
  const state = readAs(productState, stated);
  return { productId, state, leftOut: leftOutOf(stated, state) };
};

/** An instant as a state has it. */
export const instantOf = (at: number | null | undefined): string | null =>
  at == null ? null : new Date(at).toISOString();

/** A text as it came, or that there is none: what can be kept of it, the state's schema says. */
export const textOf = (text: string | null | undefined): string | null =>
  text == null || text.trim() === '' ? null : text;

/** A text people have written, as far as it can be kept. */
export const shortText = (text: string | null | undefined): string | null => {
  const clean = text == null ? '' : cutWords(cleanLine(text), LIMITS.textLengthMax);
  return clean === '' ? null : clean;
};

/** An address of a person as far as it is one; another kind of text is nothing to fail for. */
export const emailOf = (text: string | null | undefined): string | null =>
  text == null ? null : readEmail(text);

/** What somebody is called. */
export const nameOf = (person: {
  readonly first_name?: string | null | undefined;
  readonly last_name?: string | null | undefined;
}): string | null => shortText([person.first_name, person.last_name].filter(Boolean).join(' '));

/** Codes an order carries, each once. */
export const codesOf = (codes: readonly { readonly code: string }[]): string[] =>
  [...new Set(codes.map(({ code }) => code.trim()).filter(Boolean))].slice(
    0,
    LIMITS.voucherCodesMax,
  );
