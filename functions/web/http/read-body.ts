import { bodyLimits } from '../../../shared/contracts/body-limits.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { LambdaEvent } from './lambda-event.ts';
import type { Problem } from './http-message.ts';
import type { Route } from './route.ts';
import { problemOf } from './problem.ts';
import { type Fields, readForm } from './read-form.ts';
import { readJson } from './read-json.ts';
import { readMultipart } from './read-multipart.ts';

/** Maximum size of a body in bytes. */
const MAX_BYTES = bodyLimits.kilobytes * 1024;

export interface Body {
  readonly form: Fields;
  readonly json: unknown;
  readonly sentJson: boolean;
}

const EMPTY_BODY: Body = { form: {}, json: undefined, sentJson: false };

/** The media type of a Content-Type header; undefined if it names a charset other than UTF-8. */
const typeOf = (contentType: string): string | undefined => {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice(8);
  return charset === undefined || /^"?utf-?8"?$/u.test(charset) ? type : undefined;
};

const textOf = (bytes: Uint8Array): Result<string, Problem> => {
  try {
    return accepted(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused(problemOf('body-not-utf-8'));
  }
};

const contentOf = (type: string | undefined, text: string): Result<Body, Problem> => {
  if (type === 'application/x-www-form-urlencoded') {
    const form = readForm(text);
    return form.ok ? accepted({ ...EMPTY_BODY, form: form.value }) : form;
  }
  if (type === 'application/json') {
    const json = readJson(text);
    return json.ok ? accepted({ ...EMPTY_BODY, json: json.value, sentJson: true }) : json;
  }
  return refused(problemOf('content-type-not-supported'));
};

/**
 * Reads the body of a POST: a form or JSON, at most 64 KB, UTF-8, uncompressed. A route that takes files also gets a form
 * with a text file in it, in the encoding of the program that saved it.
 */
export const readBody = (
  event: LambdaEvent,
  { isOneClick = false, takesFiles = false }: Pick<Route, 'isOneClick' | 'takesFiles'>,
): Result<Body, Problem> => {
  const declared = Number(event.headers['content-length'] ?? '0');
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MAX_BYTES || declared > MAX_BYTES) return refused(problemOf('body-too-large'));
  if (isOneClick) return accepted(EMPTY_BODY);

  const encoding = event.headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    return refused(problemOf('content-encoding-not-supported'));
  const contentType = event.headers['content-type'];
  if (bytes.length === 0 && contentType === undefined) return accepted(EMPTY_BODY);

  if (takesFiles && /^multipart\/form-data\b/iu.test(contentType ?? '')) {
    const form = readMultipart(bytes, contentType ?? '');
    return form.ok ? accepted({ ...EMPTY_BODY, form: form.value }) : form;
  }

  const text = textOf(bytes);
  return text.ok ? contentOf(typeOf(contentType ?? ''), text.value) : text;
};
