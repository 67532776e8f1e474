import { hash } from 'node:crypto';

/** SHA-256 as base64url: what a key holds in place of what nobody should read there. */
export const hashOf = (text: string): string => hash('sha256', text, 'base64url');

/** An e-mail address in any spelling → one hash, for comparing only: mail goes to the address as it was typed. */
export const addressHash = (address: string): string => hashOf(address.normalize('NFC').trim().toLowerCase());

/** A registration number in any spelling (spaces, hyphens, case) with its regulator → one hash. */
export const registrationHash = (regulator: string, number: string): string =>
  hashOf(`${regulator}#${number.replace(/[\s-]/gu, '').toUpperCase()}`);
