import { hashOf } from './hash.ts';

/** 32 random bytes as base64url. */
const TOKEN = /^[\w-]{43}$/u;

/** True for what can be a token: anything else is unknown without asking the table. */
export const isToken = (text: string): boolean => TOKEN.test(text);

/** What the table keeps of a token. Who reads the table cannot make links from it. */
export const tokenHash = (token: string): string => hashOf(token);
