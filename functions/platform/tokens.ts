import { hashOf } from './hash.ts';

/** 32 random bytes as base64url. */
const TOKEN = /^[\w-]{43}$/u;

/** Whether a text has the form of a token. Anything else is refused without reading the table. */
export const isToken = (text: string): boolean => TOKEN.test(text);

/** Hash that the table holds of a token, so that the table's contents give no working links. */
export const tokenHash = (token: string): string => hashOf(token);
