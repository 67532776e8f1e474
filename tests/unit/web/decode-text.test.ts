import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../functions/web/http/decode-text.ts';

const text = 'Zoë O’Brien;£10 – Łódź';
const utf16 = (bigEndian: boolean, written: string) => {
  const bytes = Buffer.from(written, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('the text of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(false, `\uFEFF${text}`)],
    ['UTF-16, big end first', utf16(true, `\uFEFF${text}`)],
    ['UTF-16 without a byte order mark', utf16(false, text)],
    ['UTF-16, big end first, without a byte order mark', utf16(true, text)],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('is read from Windows-1252 where it is not UTF-8', () => {
    const bytes = Buffer.from([0x5a, 0x6f, 0xeb, 0x20, 0x4f, 0x92, 0x42, 0x2c, 0x80, 0x35]);
    expect(decodeText(bytes)).toBe('Zoë O’B,€5');
  });

  it('of no bytes is empty', () => {
    expect(decodeText(Buffer.alloc(0))).toBe('');
  });
});
