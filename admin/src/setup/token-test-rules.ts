import type { TokenFinding } from '@okaeri/shared/setup';

/** Whether what was typed is an address, and no token. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);

/** Whether a finding is what it should be. */
export const isFine = (finding: TokenFinding): boolean => finding === 'good' || finding === 'guest';
