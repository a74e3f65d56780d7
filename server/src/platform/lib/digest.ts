import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 in base64url. */
export const sha256 = (text: string): string => hash('sha256', text, 'base64url');

/** SHA-256 in lower-case hexadecimal, whose text order is the order of the numbers. */
export const sha256Hex = (text: string): string => hash('sha256', text, 'hex');

/** The RFC 8785 form of a JSON value: the one text two machines agree on. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('The value has no JSON form.');
  return text;
};
