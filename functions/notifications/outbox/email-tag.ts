import { memoize } from '../../../shared/kernel/memoize.ts';

/**
 * Characters to replace by "_" and two hexadecimal digits for each byte. SES tags allow only letters, digits,
 * "_" and "-"; "_" is replaced too, because it marks a replacement.
 */
const TO_ESCAPE = /[^A-Za-z\d-]/gu;

const escaped = memoize((character: string): string =>
  [...Buffer.from(character)].map((byte) => `_${byte.toString(16).padStart(2, '0')}`).join(''),
);

const unescaped = memoize((bytes: string): string =>
  Buffer.from(bytes.replaceAll('_', ''), 'hex').toString(),
);

/** Encodes an outbox row's id as a message tag: "offer-made.o1" → "offer-made_2eo1". */
export const emailTag = (emailId: string): string => emailId.replace(TO_ESCAPE, escaped);

/** Decodes a message tag from a delivery event into the outbox row's id. */
export const emailIdOf = (tag: string): string => tag.replace(/(?:_[\da-f]{2})+/gu, unescaped);
