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

/** An outbox row, and its system if its tag names one. */
interface TaggedEmail {
  readonly emailId: string;
  readonly systemId?: string;
}

/**
 * Encodes an outbox row's system and id as a message tag: "shire" and "offer-made.o1" → "shire_7coffer-made_2eo1".
 */
export const emailTag = ({ systemId, emailId }: TaggedEmail): string =>
  (systemId === undefined ? emailId : `${systemId}|${emailId}`).replace(TO_ESCAPE, escaped);

/** Decodes a message tag from a delivery event. Tags of older versions name no system. */
export const emailOfTag = (tag: string): TaggedEmail => {
  const text = tag.replace(/(?:_[\da-f]{2})+/gu, unescaped);
  const end = text.indexOf('|');
  return end === -1 ? { emailId: text } : { systemId: text.slice(0, end), emailId: text.slice(end + 1) };
};
