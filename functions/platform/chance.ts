import { randomBytes } from 'node:crypto';

/** The only source of random values. */
export interface Chance {
  /** Makes an id: 16 lower-case letters and digits without look-alikes (80 bits). */
  id(): string;
  /** Makes a token: 32 random bytes as base64url (43 characters). */
  token(): string;
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export const systemChance: Chance = {
  id: () => [...randomBytes(16)].map((byte) => ALPHABET[byte % 32]).join(''),
  token: () => randomBytes(32).toString('base64url'),
};
