import { keyOfEmail } from '@okaeri/shared/emails';
import { parseExactly } from '../../platform/lib/exact-json.ts';

/** How a message of a platform may name a person. */
export interface PersonNames {
  readonly externalIds: readonly string[];
  readonly emails: readonly string[];
}

/** The same, as messages are compared with it. */
export interface FoldedNames {
  readonly ids: ReadonlySet<string>;
  readonly emailKeys: ReadonlySet<string>;
}

/** Folds names once, for many messages. */
export const foldNames = ({ externalIds, emails }: PersonNames): FoldedNames => ({
  ids: new Set(externalIds),
  emailKeys: new Set(emails.map(keyOfEmail)),
});

/**
 * Whether a kept message names a person: by their e-mail address wherever it stands, or by the platform's id of
 * the customer. A number elsewhere is no id: a quantity of 5 is not the customer 5.
 */
export const namesPerson = (message: { topic: string; body: string }, of: FoldedNames): boolean => {
  const { topic, body } = message;
  const document = parsed(body);
  // What is no JSON has no fields: an address is all that can be known in it.
  if (document === undefined) return hasAddress(body, of);
  const isAboutCustomer = topic.startsWith('customer');
  if (isAboutCustomer && isIdOf(field(document, 'id'), of)) return true;
  return namesWithin(document, of);
};

/** Names looked up of one message, of each kind: more than any platform puts into one. */
const NAMES_MAX = 20;

/** Everybody a message may name: customers by their ids, and addresses wherever they stand. */
export const namesIn = (message: { topic: string; body: string }): PersonNames => {
  const { topic, body } = message;
  const document = parsed(body);
  const ids = new Set<string>();
  const emails = new Set<string>();
  const noteId = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') ids.add(String(value));
  };
  const noteText = (text: string): void => {
    const id = customerIn(text);
    if (id !== undefined) ids.add(id);
    for (const [address] of text.matchAll(ADDRESSES)) emails.add(address);
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'string') return noteText(value);
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'customer_id') noteId(inner);
      if (key === 'customer') noteId(field(inner, 'id'));
      walk(inner);
    }
    return undefined;
  };
  if (document === undefined) noteText(body);
  else if (topic.startsWith('customer')) noteId(field(document, 'id'));
  walk(document);
  const some = (names: ReadonlySet<string>): string[] => [...names].slice(0, NAMES_MAX);
  return { externalIds: some(ids), emails: some(emails) };
};

/** What may be an address in a text. */
const ADDRESSES = /[^\s"<>,;:()[\]\\{}@]+@[^\s"<>,;:()[\]\\{}@']*[^\s"<>,;:()[\]\\{}@'.]/gu;

/** Code units looked at on either side: a full stop, and a letter beyond the first plane. */
const AROUND = 3;

/** What belongs to an address goes on before, or behind: a full stop may end a sentence. */
const ADDRESS_BEFORE = /(?:[\w!#$%&'*+/=?^`{|}~.-]|[^\p{ASCII}\p{C}\p{Z}])$/u;
const ADDRESS_AFTER = /^\.?(?:[\w-]|[^\p{ASCII}\p{C}\p{Z}])/u;

/** Undefined for what cannot be read. Ids beyond 2^53 are read as they were written. */
function parsed(body: string): unknown {
  try {
    return parseExactly(body);
  } catch {
    return undefined;
  }
}

/** Whether an address is a text, or stands in it whole: `ann@x.example` is not in `joann@x.example`. */
function hasAddress(text: string, { emailKeys }: FoldedNames): boolean {
  if (!text.includes('@')) return false;
  if (emailKeys.has(keyOfEmail(text))) return true;
  const folded = text.normalize('NFC').toLowerCase();
  return [...emailKeys].some((key) => standsIn(folded, key));
}

function isIdOf(value: unknown, { ids }: FoldedNames): boolean {
  return (typeof value === 'string' || typeof value === 'number') && ids.has(String(value));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function namesWithin(value: unknown, of: FoldedNames): boolean {
  if (typeof value === 'string') return isCustomerOf(value, of) || hasAddress(value, of);
  if (Array.isArray(value)) return value.some((one) => namesWithin(one, of));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) =>
      (key === 'customer_id' && isIdOf(inner, of)) ||
      (key === 'customer' && isIdOf(field(inner, 'id'), of)) ||
      namesWithin(inner, of),
  );
}

/** `gid://shopify/Customer/1` is the customer 1, whatever the field is called. */
function customerIn(text: string): string | undefined {
  return /^gid:\/\/\w+\/Customer\/(\w+)$/.exec(text)?.[1];
}

function standsIn(text: string, key: string): boolean {
  if (key === '') return false;
  for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
    const end = at + key.length;
    const before = text.slice(Math.max(0, at - AROUND), at);
    if (!ADDRESS_BEFORE.test(before) && !ADDRESS_AFTER.test(text.slice(end, end + AROUND)))
      return true;
  }
  return false;
}

function isCustomerOf(text: string, { ids }: FoldedNames): boolean {
  return ids.has(customerIn(text) ?? '');
}
