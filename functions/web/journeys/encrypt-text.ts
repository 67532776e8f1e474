import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** How answers are hidden when they have to stand in an address. */
export interface EncryptionSettings {
  /** What the answers are for: those of one journey do not open in another. */
  readonly purpose: string;
  readonly secret: string;
}

/** Characters. API Gateway takes 10 KB of address and headers together. */
export const LONGEST_ENCRYPTED = 6_000;

const LARGEST = 64 * 1024;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const keyOf = ({ purpose, secret }: EncryptionSettings): Buffer =>
  createHash('sha256').update(`veil.${purpose}.${secret}`).digest();

/**
 * Text → letters that may stand in a link: back and change links are plain links, so that they work without
 * JavaScript and without a cookie. Encrypted, because addresses end up in logs and histories.
 */
export const encryptText = (text: string, veiling: EncryptionSettings): string => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(veiling), iv);
  const hidden = Buffer.concat([cipher.update(deflateRawSync(text)), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), hidden]).toString('base64url');
};

/** What `veil` made → the text; undefined for anything else. */
export const decryptText = (veiled: string, veiling: EncryptionSettings): string | undefined => {
  const bytes = Buffer.from(veiled.slice(0, LONGEST_ENCRYPTED), 'base64url');
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(veiling), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const packed = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return inflateRawSync(packed, { maxOutputLength: LARGEST }).toString();
  } catch {
    return undefined;
  }
};
