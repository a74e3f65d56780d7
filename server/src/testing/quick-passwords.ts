import { createHmac, randomBytes } from 'node:crypto';
import type { Passwords } from '../access/passwords.ts';

/**
 * Passwords kept by one round of a hash, for tests in which it does not matter what guessing costs: scrypt, which
 * the product keeps them by, takes a tenth of a second so that guessing does (`access/passwords.test.ts`).
 */
export const QUICK_PASSWORDS: Passwords = {
  hash: (password) => {
    const salt = randomBytes(16).toString('hex');
    return Promise.resolve(`${salt}:${digest(password, salt)}`);
  },
  verify: ({ hash, password }) => {
    const [salt = '', kept] = hash.split(':');
    return Promise.resolve(digest(password, salt) === kept);
  },
};

function digest(password: string, salt: string): string {
  return createHmac('sha256', salt).update(password.normalize('NFKC')).digest('hex');
}
