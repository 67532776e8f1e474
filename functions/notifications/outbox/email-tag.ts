import { memoize } from '../../../shared/kernel/memoize.ts';

/** Everything else stands as "_" and two hexadecimal digits a byte: SES takes letters, digits, "_" and "-" only. */
const PLAIN = /[^A-Za-z\d-]/gu;

const escaped = memoize((character: string): string =>
  [...Buffer.from(character)].map((byte) => `_${byte.toString(16).padStart(2, '0')}`).join(''),
);

const unescaped = memoize((bytes: string): string =>
  Buffer.from(bytes.replaceAll('_', ''), 'hex').toString(),
);

/** An outbox row's id as the value of a message tag: "offer-made.o1" → "offer-made_2eo1". */
export const emailTag = (emailId: string): string => emailId.replace(PLAIN, escaped);

/** A message tag's value, as delivery events bring it back → the outbox row's id. */
export const emailIdOf = (tag: string): string => tag.replace(/(?:_[\da-f]{2})+/gu, unescaped);
