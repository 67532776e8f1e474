import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../shared/kernel/decode-text.ts';

const TEXT = 'name;town\r\nZoë Łuk;Hythe – “Sea”\r\n';
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const swapped = (text: string) => utf16(text).swap16();

describe('the bytes of a text file', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16 with a byte order mark, low byte first', utf16(`\ufeff${TEXT}`)],
    ['UTF-16 with a byte order mark, high byte first', swapped(`\ufeff${TEXT}`)],
    ['UTF-16 without a byte order mark, low byte first', utf16(TEXT)],
    ['UTF-16 without a byte order mark, high byte first', swapped(TEXT)],
  ])('are read in %s', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: true, value: TEXT });
  });

  it('are read in Windows-1252 only where that is expected', () => {
    const bytes = Uint8Array.from([0x5a, 0x6f, 0xeb, 0x20, 0x96, 0x20, 0x80]);
    expect(decodeText(bytes, 'windows-1252')).toEqual({ ok: true, value: 'Zoë – €' });
    expect(decodeText(bytes)).toEqual({ ok: false, refusal: 'not-text' });
  });

  it('may be none', () => {
    expect(decodeText(new Uint8Array())).toEqual({ ok: true, value: '' });
  });

  it('are refused where half a character is missing', () => {
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x41]))).toMatchObject({ ok: false });
  });
});
