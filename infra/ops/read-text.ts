import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { decodeText } from '../../shared/kernel/decode-text.ts';
import { refused, type Result } from '../../shared/kernel/result.ts';

/** Largest accepted input in bytes: twice the size of an instance with 50,000 learners and 20 pairs for each. */
const MAX_BYTES = 128 * 2 ** 20;
const TOO_LARGE = 'is larger than 128 MB';
const NOT_TEXT = 'is not text: save it as UTF-8';

const collect = async (stream: Readable): Promise<Result<string, string>> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const piece: unknown = chunk;
    const part = Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
    bytes += part.length;
    if (bytes > MAX_BYTES) return refused(TOO_LARGE);
    chunks.push(part);
  }
  const text = decodeText(Buffer.concat(chunks));
  return text.ok ? text : refused(NOT_TEXT);
};

/**
 * Reads a file in UTF-8 or UTF-16, or standard input if the name is `-`. Refuses a file that is missing, implausibly large
 * or in another encoding, and anything that is not a file.
 */
export const readText = async (name: string): Promise<Result<string, string>> => {
  if (name === '-') return collect(process.stdin);
  try {
    const { size } = await stat(name);
    return size > MAX_BYTES ? refused(TOO_LARGE) : await collect(createReadStream(name));
  } catch {
    return refused('cannot be read');
  }
};
