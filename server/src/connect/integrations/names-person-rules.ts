/** How a message of a platform may name a person. */
export interface PersonNames {
  readonly externalIds: readonly string[];
  readonly emails: readonly string[];
}

/**
 * Whether a kept message names a person: by their e-mail address wherever it stands, or by the platform's id of
 * the customer. A number elsewhere is no id: a quantity of 5 is not the customer 5.
 */
export const namesPerson = (message: { topic: string; body: string }, of: PersonNames): boolean => {
  const { topic, body } = message;
  const lower = body.toLowerCase();
  if (of.emails.some((email) => lower.includes(email.toLowerCase()))) return true;
  const document = parsed(body);
  const isAboutCustomer = topic.startsWith('customer');
  if (isAboutCustomer && isIdOf(field(document, 'id'), of)) return true;
  return namesCustomer(document, of);
};

const namesCustomer = (value: unknown, of: PersonNames): boolean => {
  if (Array.isArray(value)) return value.some((one) => namesCustomer(one, of));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) =>
      (key === 'customer_id' && isIdOf(inner, of)) ||
      (key === 'customer' && isIdOf(field(inner, 'id'), of)) ||
      namesCustomer(inner, of),
  );
};

const isIdOf = (value: unknown, { externalIds }: PersonNames): boolean =>
  (typeof value === 'string' || typeof value === 'number') && externalIds.includes(String(value));

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** What cannot be read has no fields. */
const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
};
