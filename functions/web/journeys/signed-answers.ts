import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EncryptionSettings } from './encrypt-text.ts';

const signatureOf = (payload: string, { purpose, secret }: EncryptionSettings): Buffer =>
  createHmac('sha256', secret).update(`${purpose}.${payload}`).digest();

/**
 * Whether a hidden field comes from version 0.1.0, which signed the answers. Encrypted text never contains a full
 * stop.
 */
export const isSigned = (text: string): boolean => text.includes('.');

/**
 * Reads the hidden field of a form that version 0.1.0 issued. A form that was open during the update to a later
 * version can therefore still be sent.
 * @returns the signed text; undefined if this service did not sign it
 */
export const readSignedText = (text: string, settings: EncryptionSettings): string | undefined => {
  const [payload = '', signature = '', ...rest] = text.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(payload, settings);
  return rest.length === 0 && given.length === right.length && timingSafeEqual(given, right)
    ? Buffer.from(payload, 'base64url').toString()
    : undefined;
};
