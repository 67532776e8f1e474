import { hash } from 'node:crypto';

/** SHA-256 as base64url. Keys hold it in place of personal data. */
export const hashOf = (text: string): string => hash('sha256', text, 'base64url');

/** Hash of an e-mail address, the same for every spelling. For comparison only: mail goes to the address as typed. */
export const addressHash = (address: string): string => hashOf(address.normalize('NFC').trim().toLowerCase());

/** Hash of a registration number with its regulator; spaces, hyphens and case do not count. */
export const registrationHash = (regulator: string, number: string): string =>
  hashOf(`${regulator}#${number.replace(/[\s-]/gu, '').toUpperCase()}`);
