import { hash } from 'node:crypto';

/** Computes SHA-256 as base64url. Row keys contain this hash instead of personal data. */
export const hashOf = (text: string): string => hash('sha256', text, 'base64url');

/**
 * Hashes an e-mail address, ignoring case and surrounding spaces, for comparison only. E-mails go to the address as
 * typed.
 */
export const addressHash = (address: string): string => hashOf(address.normalize('NFC').trim().toLowerCase());

/** Hashes one word of a name, as `nameParts` splits it. */
export const wordHash = (word: string): string => hashOf(`word#${word}`);

/** Hashes the network from which a form came, for a row that must not contain it. */
export const networkHash = (network: string): string => hashOf(network).slice(0, 16);

/** Hashes a registration number together with its regulator, ignoring spaces, hyphens and case. */
export const registrationHash = (regulator: string, number: string): string =>
  hashOf(`${regulator}#${number.replace(/[\s-]/gu, '').toUpperCase()}`);
