import { accepted, refused, type Result } from './result.ts';

/** The encodings that a file may be in besides UTF-8: what spreadsheets and Windows save. */
type Encoding = 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Number of bytes that tell UTF-16 without a byte order mark from UTF-8. */
const LOOKED_AT = 200;

/** Tells UTF-16 by its byte order mark, or by the zero bytes that Latin text has in it. */
const utf16Of = (bytes: Uint8Array): Encoding | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, LOOKED_AT);
  const zeros = (rest: 0 | 1) => start.filter((byte, at) => byte === 0 && at % 2 === rest).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (even === odd) return undefined;
  return Math.max(even, odd) * 4 < start.length ? undefined : odd > even ? 'utf-16le' : 'utf-16be';
};

const decoded = (bytes: Uint8Array, encoding: 'utf-8' | Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Decodes the bytes of a text file: UTF-8 or UTF-16, with or without a byte order mark, which is removed.
 * @param otherwise the encoding of a file that is neither, if it may have one: Windows-1252 for files from a spreadsheet
 * @returns the text, or the refusal of bytes in another encoding
 */
export const decodeText = (bytes: Uint8Array, otherwise?: 'windows-1252'): Result<string, 'not-text'> => {
  const utf16 = utf16Of(bytes);
  const text =
    (utf16 === undefined ? undefined : decoded(bytes, utf16)) ??
    decoded(bytes, 'utf-8') ??
    (otherwise === undefined ? undefined : decoded(bytes, otherwise));
  return text === undefined ? refused('not-text') : accepted(text);
};
