const decodeAs = (encoding: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Bytes of the start that show whether every second one is zero. */
const SAMPLE = 200;

/** Says which half of each pair of bytes is zero: text in UTF-16 without a byte order mark is mostly that. */
const zeroHalf = (bytes: Uint8Array): 'first' | 'second' | undefined => {
  const sample = [...bytes.subarray(0, SAMPLE)];
  const zeros = (half: number) => sample.filter((byte, index) => index % 2 === half && byte === 0).length;
  const most = sample.length / 4;
  if (sample.length < 2 || bytes.length % 2 !== 0) return undefined;
  if (zeros(1) > most) return 'second';
  return zeros(0) > most ? 'first' : undefined;
};

/**
 * Decodes a text file that a spreadsheet or editor saved: UTF-8, UTF-16 in either byte order, with or without a byte
 * order mark, and otherwise Windows-1252, which every file can be read as.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes) ?? '';
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes) ?? '';
  const half = zeroHalf(bytes);
  if (half !== undefined) return decodeAs(half === 'second' ? 'utf-16le' : 'utf-16be', bytes) ?? '';
  return decodeAs('utf-8', bytes) ?? decodeAs('windows-1252', bytes) ?? '';
};
