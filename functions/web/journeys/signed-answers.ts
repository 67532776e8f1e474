import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EncryptionSettings } from './encrypt-text.ts';

const signatureOf = (payload: string, { purpose, secret }: EncryptionSettings): Buffer =>
  createHmac('sha256', secret).update(`${purpose}.${payload}`).digest();

/** True for the hidden field of version 0.1.0, which signed the answers. Encrypted text has no full stop. */
export const isSigned = (text: string): boolean => text.includes('.');

/**
 * Reads the hidden field of a form that version 0.1.0 issued, so that a form which is open during the update can still
 * be sent. New forms are encrypted.
 * @returns the signed text; undefined when the signature is not ours
 */
export const readSignedText = (text: string, settings: EncryptionSettings): string | undefined => {
  const [payload = '', signature = '', ...rest] = text.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(payload, settings);
  return rest.length === 0 && given.length === right.length && timingSafeEqual(given, right)
    ? Buffer.from(payload, 'base64url').toString()
    : undefined;
};
