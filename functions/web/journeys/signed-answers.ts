import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EncryptionSettings } from './encrypt-text.ts';

const signatureOf = (payload: string, purpose: string, secret: string): Buffer =>
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
export const readSignedText = (
  text: string,
  { purpose, secrets }: EncryptionSettings,
): string | undefined => {
  const [payload = '', signature = '', ...rest] = text.split('.');
  const given = Buffer.from(signature, 'base64url');
  const isSignedWith = (secret: string): boolean => {
    const right = signatureOf(payload, purpose, secret);
    return given.length === right.length && timingSafeEqual(given, right);
  };
  return rest.length === 0 && secrets.some(isSignedWith)
    ? Buffer.from(payload, 'base64url').toString()
    : undefined;
};
