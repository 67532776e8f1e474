import { bodyLimits } from '../../../shared/contracts/body-limits.ts';
import { decodeText } from '../../../shared/kernel/decode-text.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Problem } from './http-message.ts';
import { problemOf } from './problem.ts';
import { type Fields, fieldsOf } from './read-form.ts';

const HEAD_END = '\r\n\r\n';

/** The boundary that a Content-Type header names; undefined if it names none, or one that RFC 2046 does not allow. */
const boundaryOf = (contentType: string): string | undefined => {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/iu.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  return boundary !== undefined && /^[\w'()+,\-./:=? ]{1,70}$/u.test(boundary) ? boundary : undefined;
};

/** Splits the bytes into the parts between the boundaries; undefined if the last boundary is missing. */
const partsOf = (bytes: Buffer, boundary: string): readonly Buffer[] | undefined => {
  const mark = Buffer.from(`--${boundary}`);
  const parts: Buffer[] = [];
  let at = bytes.indexOf(mark);
  while (at !== -1) {
    const start = at + mark.length;
    if (bytes.subarray(start, start + 2).toString('latin1') === '--') return parts;
    const next = bytes.indexOf(Buffer.from(`\r\n--${boundary}`), start);
    if (next === -1 || parts.length >= bodyLimits.fields) return undefined;
    parts.push(bytes.subarray(start + 2, next));
    at = next + 2;
  }
  return undefined;
};

/** The name of a part's field and its text. A file is decoded as its program saved it, and a field is UTF-8. */
const entryOf = (part: Buffer): readonly [string, string] | undefined => {
  const end = part.indexOf(HEAD_END);
  if (end === -1) return undefined;
  const head = part.subarray(0, end).toString('utf8');
  const [, name] = /^content-disposition:[^\r\n]*;\s*name="([^"]*)"/imu.exec(head) ?? [];
  const content = part.subarray(end + HEAD_END.length);
  const text = decodeText(content, 'windows-1252');
  return name === undefined || !text.ok ? undefined : [name, text.value];
};

/**
 * Reads a form with a file (`multipart/form-data`). The text of a file is the value of its field, because the only files
 * that we take are text.
 * @returns its fields, or the problem (400)
 */
export const readMultipart = (bytes: Buffer, contentType: string): Result<Fields, Problem> => {
  const boundary = boundaryOf(contentType);
  const entries = boundary === undefined ? undefined : partsOf(bytes, boundary)?.map(entryOf);
  if (entries === undefined) return refused(problemOf('form-not-readable'));
  const read = entries.filter((entry) => entry !== undefined);
  if (read.length < entries.length) return refused(problemOf('form-not-readable'));
  return read.some(([name]) => name === '__proto__')
    ? refused(problemOf('form-name-not-allowed'))
    : accepted(fieldsOf(read));
};
