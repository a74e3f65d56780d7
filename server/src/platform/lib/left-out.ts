import type { FieldWarning } from '@okaeri/shared/warnings';
import { carriedLine, cleanLine, cleanWords } from '@okaeri/shared/words';

/** Fields of one body that are named as left out; more help nobody. */
export const LEFT_OUT_TOLD_MAX = 20;

/** A body as it is kept, and what of it was left out. */
export interface KeptBody {
  readonly body: unknown;
  readonly warnings: readonly FieldWarning[];
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The body as it came, with every text as its schema has read it and without what cannot be used. Defaults
 * are not filled in: the same body sent again has the same digest, whatever a release adds.
 */
export const keepWords = (body: unknown, read: unknown): KeptBody => {
  if (isAsSent(body, read)) return { body, warnings: [] };
  const warnings: FieldWarning[] = [];
  const warn = (path: string, code: FieldWarning['code']): void => {
    if (warnings.length === LEFT_OUT_TOLD_MAX) return;
    warnings.push({ code, path, message: MESSAGES[code] });
  };
  return { body: kept(body, read, { path: '', key: '', warn }), warnings };
};

/** What of a body was left out, where it is not the body that is kept. */
export const leftOutOf = (body: unknown, read: unknown): readonly FieldWarning[] =>
  keepWords(body, read).warnings;

const MESSAGES: Readonly<Record<FieldWarning['code'], string>> = {
  textLeftOut: 'It says nothing that can be kept, and was left out.',
  textCut: 'It was longer than can be kept; its beginning was.',
  emailLeftOut: 'It is no e-mail address, and was left out.',
  birthdayLeftOut: 'It is no month and day, and was left out.',
  valueLeftOut: 'It cannot be used as it is, and was left out.',
};

/** What is said of a field of that name; of others, that they say nothing. */
const LEFT_OUT: Readonly<Record<string, FieldWarning['code']>> = {
  email: 'emailLeftOut',
  birthday: 'birthdayLeftOut',
  url: 'valueLeftOut',
  imageUrl: 'valueLeftOut',
  prices: 'valueLeftOut',
  quantityMax: 'valueLeftOut',
  publishedAt: 'valueLeftOut',
  replacedById: 'valueLeftOut',
  markets: 'valueLeftOut',
  collectionIds: 'valueLeftOut',
};

interface Walk {
  readonly path: string;
  /** The name of the field. */
  readonly key: string;
  readonly warn: (path: string, code: FieldWarning['code']) => void;
}

/** Whether a schema has read everything as it came, which is so of nearly every body. */
function isAsSent(sent: unknown, read: unknown): boolean {
  if (sent === read) return true;
  if (Array.isArray(sent) || Array.isArray(read))
    return (
      Array.isArray(sent) &&
      Array.isArray(read) &&
      sent.length === read.length &&
      sent.every((one, at) => isAsSent(one, read[at]))
    );
  if (!isObject(sent) || !isObject(read)) return false;
  for (const key in sent) if (!isAsSent(sent[key], read[key])) return false;
  return true;
}

function kept(sent: unknown, read: unknown, walk: Walk): unknown {
  const { path, key, warn } = walk;
  if (Array.isArray(read)) {
    if (Array.isArray(sent)) return keptList(sent, read, walk);
    if (sent !== null) warn(path, LEFT_OUT[key] ?? 'textLeftOut');
    return read;
  }
  if (isObject(sent) && isObject(read)) return keptObject(sent, read, walk);
  if (isObject(read)) {
    if (sent !== null) warn(path, LEFT_OUT[key] ?? 'textLeftOut');
    return read;
  }
  if (read === null && sent !== null && !saysNone(key, sent))
    warn(path, LEFT_OUT[key] ?? 'textLeftOut');
  if (key !== 'email' && isCut(sent, read)) warn(path, 'textCut');
  return read;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function keptList(sent: readonly unknown[], read: readonly unknown[], walk: Walk): unknown {
  const { path, key, warn } = walk;
  // Of a list of objects none is left out; of a list of tags or codes, some may be.
  if (sent.length > read.length) {
    warn(path, LEFT_OUT[key] ?? 'textLeftOut');
    return read;
  }
  return sent.map((one, at) => kept(one, read[at], { path: `${path}[${at}]`, key, warn }));
}

function keptObject(sent: Json, read: Json, { path, warn }: Walk): Json {
  return Object.fromEntries(
    Object.entries(sent).flatMap(([key, value]) => {
      const inner = path === '' ? key : `${path}.${key}`;
      // What a schema has not read at all is an entry of a record that cannot be used.
      if (read[key] === undefined) warn(inner, 'valueLeftOut');
      else return [[key, kept(value, read[key], { path: inner, key, warn })]];
      return [];
    }),
  );
}

/** Nothing between quotation marks is how many backends write that there is no address. */
function saysNone(key: string, sent: unknown): boolean {
  return key === 'email' && typeof sent === 'string' && sent.trim() === '';
}

/** Whether a text is otherwise than either way of cleaning it makes it: then it was too long. */
function isCut(sent: unknown, read: unknown): boolean {
  return (
    typeof sent === 'string' &&
    typeof read === 'string' &&
    sent !== read &&
    read !== cleanLine(sent) &&
    read !== cleanWords(sent) &&
    read !== carriedLine(sent)
  );
}
