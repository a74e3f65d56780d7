import { sha256 } from '../../platform/lib/digest.ts';

/** Characters of 5 random bits each: 60 bits, so that a guesser gets nowhere (semantics, rule 18). */
export const CODE_LENGTH = 12;

/** A code as people read it: `OK-7F3K-9XQ2-M4TB`. */
export const formatCode = (characters: string): string =>
  `OK-${(characters.match(/.{4}/g) ?? []).join('-')}`;

/** What a code is looked up by: finding it in an index then shows a guesser nothing of its characters. */
export const codeDigest = (shopId: string, code: string): string =>
  sha256(`${shopId} ${foldCode(code)}`);

/**
 * The one spelling of a code that was typed or read aloud: Crockford's alphabet
 * reads O as zero, and I and L as one; case, blanks and dashes say nothing.
 */
function foldCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/^OK/, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
}
