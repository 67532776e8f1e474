import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { SecretValues } from '../../platform/secrets/stored-secret.ts';

export interface EncryptionSettings {
  /** Purpose of the text. Text encrypted for one purpose cannot be decrypted for another. */
  readonly purpose: string;
  /** The valid values of the secret. The first encrypts, and text that any of them encrypted can be read. */
  readonly secrets: SecretValues;
}

/** Maximum number of bytes of plain text: the maximum size of a request body. */
const LARGEST = 64 * 1024;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Derives the key from the purpose and the secret. Do not change the word "veil": links that contain text encrypted
 * with this key could no longer be read.
 */
const keyOf = (purpose: string, secret: string): Buffer =>
  createHash('sha256').update(`veil.${purpose}.${secret}`).digest();

/**
 * Compresses and encrypts a text (AES-256-GCM), so that a form or a link can contain it and only this service can
 * read or change it.
 * @returns letters, digits, "-" and "_" only
 * @throws when the text is larger than 64 KB
 */
export const encryptText = (text: string, { purpose, secrets: [secret] }: EncryptionSettings): string => {
  const plain = Buffer.from(text);
  if (plain.length > LARGEST) throw new Error('the text is too large to be encrypted');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(purpose, secret), iv);
  const encrypted = Buffer.concat([cipher.update(deflateRawSync(plain)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString('base64url');
};

const decryptWith = (key: Buffer, bytes: Buffer): string | undefined => {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const packed = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return inflateRawSync(packed, { maxOutputLength: LARGEST }).toString();
  } catch {
    return undefined;
  }
};

/** Decrypts what `encryptText` returned for the same purpose and one of the secrets; undefined for any other text. */
export const decryptText = (
  encrypted: string,
  { purpose, secrets }: EncryptionSettings,
): string | undefined => {
  const bytes = Buffer.from(encrypted, 'base64url');
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
  return secrets
    .map((secret) => decryptWith(keyOf(purpose, secret), bytes))
    .find((text) => text !== undefined);
};
