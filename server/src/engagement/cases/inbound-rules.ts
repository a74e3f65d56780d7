import type { InboundMail } from '@okaeri/shared/inbound-mail';
import { LIMITS } from '@okaeri/shared/limits';
import { cleanWords, cutWords } from '@okaeri/shared/words';

/** What a message says, apart from what it quotes of those before it. */
export interface MessageWords {
  readonly text: string;
  /** The quoted history: folded away, and not lost. */
  readonly quoted: string | null;
  /** Whether something of it was cut away, since an entry holds no more. */
  readonly isCut: boolean;
}

/**
 * Why a message is no answer of a person; null where it may be one. Programs that answer by themselves say so
 * (RFC 3834), and a report has no sender (RFC 5321, section 4.5.5): two of them would write to each other for ever.
 */
export const whyAutomatic = (mail: Pick<InboundMail, 'from' | 'headers'>): string | null => {
  const value = (name: string): string => headerOf(mail.headers, name).trim().toLowerCase();
  const submitted = value('auto-submitted');
  if (submitted !== '' && !submitted.startsWith('no')) return 'it was submitted automatically';
  if (/^(bulk|junk|list|auto_reply)\b/.test(value('precedence'))) return 'it was sent in bulk';
  if (value('x-autoreply') !== '' || value('x-autorespond') !== '')
    return 'it is an automatic reply';
  if (addressOf(mail.from ?? '') === '' || value('return-path') === '<>') return 'it has no sender';
  return null;
};

/** The address of a sender: `Ada <ada@shop.example>`, or bare; empty for the null sender. */
export const addressOf = (from: string): string => {
  const inside = /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from;
  return inside.trim();
};

/** All addresses a message went to, in one line. */
export const recipientsOf = ({ to, headers }: Pick<InboundMail, 'to' | 'headers'>): string =>
  [to, headerOf(headers, 'delivered-to'), headerOf(headers, 'x-original-to')].flat().join(', ');

/** A message id without its angle brackets. */
export const bareId = (messageId: string): string => messageId.trim().replace(/^<(.*)>$/, '$1');

/** Whether an id is one that may stand in the headers of another message. */
export const isPlainId = (messageId: string): boolean =>
  /^[\x21-\x3b\x3d\x3f-\x7e]{1,250}$/.test(messageId);

/** What a message says: HTML becomes text, quoted history is folded, and control characters go. */
export const wordsOf = (given: string): MessageWords => {
  const whole = cleanWords(isHtml(given) ? textOfHtml(given) : given);
  const { said, quoted } = parted(whole);
  const text = cutWords(said, LIMITS.caseTextMax);
  const kept = quoted === null ? null : cutWords(quoted, LIMITS.caseTextMax);
  return { text, quoted: kept, isCut: text !== said || kept !== quoted };
};

function headerOf(headers: InboundMail['headers'], name: string): string {
  const pairs = Array.isArray(headers)
    ? headers.map(({ name: one, value }) => [one, value] as const)
    : Object.entries(headers);
  const found = pairs.find(([one]) => one.toLowerCase() === name)?.[1] ?? '';
  return typeof found === 'string' ? found : (found[0] ?? '');
}

function isHtml(text: string): boolean {
  return /^\s*(<!doctype html|<html|<body|<div|<p\b|<table)/i.test(text);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The words of HTML. What comes out is text wherever it is shown: this only makes it readable. */
function textOfHtml(markup: string): string {
  return markup
    .replaceAll(/<(script|style|head|title)\b[^]*?(<\/\1\s*>|$)/gi, ' ')
    .replaceAll(/<!--[^]*?(-->|$)/g, ' ')
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll(/<blockquote\b[^>]*>/gi, '\n> ')
    .replaceAll(/<(br|\/p|\/div|\/tr|\/li|\/h[1-6]|\/blockquote)\b[^>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(#x?[0-9a-f]{1,6}|[a-z]{2,5});/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return Number.isNaN(code) || code > 0x10ffff ? whole : String.fromCodePoint(code);
    });
}

/** How programs introduce what they quote, in a line of its own; a line may be broken once. */
const INTRODUCTION =
  /^(-{2,}\s*(original message|forwarded message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|mensagem original|元のメッセージ|원본 메시지|原始邮件|原始郵件)\s*-{2,}|_{10,}|(on|am|le|el|il|em|op)\b.{4,200}\b(wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef)\s*:|.{0,100}\d{4}.{0,120}(のメール|が書きました|写道|寫道|작성)\s*[:：]?|\d{4}年\d{1,2}月\d{1,2}日.{0,120}[:：])\s*$/iu;

/** Parts a message from the history it quotes at its end. What stands between quotes stays where it is. */
function parted(whole: string): { said: string; quoted: string | null } {
  const lines = whole.split('\n');
  let from = lines.findIndex(
    (line, i) =>
      INTRODUCTION.test(line.trim()) || INTRODUCTION.test(`${line} ${lines[i + 1] ?? ''}`.trim()),
  );
  if (from < 0) {
    from = lines.length;
    while (from > 0 && /^\s*(>|$)/.test(lines[from - 1] ?? '')) from -= 1;
    if (!lines.slice(from).some((line) => /^\s*>/.test(line))) from = lines.length;
  }
  const said = lines.slice(0, from).join('\n').trim();
  const quoted = lines.slice(from).join('\n').trim();
  // A message that is nothing but what it quotes says that.
  if (said === '') return { said: quoted, quoted: null };
  return { said, quoted: quoted === '' ? null : quoted };
}
