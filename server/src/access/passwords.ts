import { hashPassword, verifyPassword } from 'better-auth/crypto';

/** How a password is kept, and known again. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(kept: { hash: string; password: string }): Promise<boolean>;
}

/** As better-auth keeps them: scrypt with a salt of each one's own, a tenth of a second and 32 MB. */
export const SCRYPT_PASSWORDS: Passwords = { hash: hashPassword, verify: verifyPassword };
