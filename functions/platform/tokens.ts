import { hashOf } from './hash.ts';

/** The form of a token: 32 bytes as base64url. */
const TOKEN = /^[\w-]{43}$/u;

/** Checks whether a text has the form of a token, so that any other text can be refused without reading the table. */
export const isToken = (text: string): boolean => TOKEN.test(text);

/**
 * Hashes a token for storage. The table holds only this hash, so nobody can make a working link from a copy of the
 * table.
 */
export const tokenHash = (token: string): string => hashOf(token);
