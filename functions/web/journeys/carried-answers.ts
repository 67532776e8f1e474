import * as z from 'zod';
import { answerValueSchema } from '../../../shared/journeys/answer-value.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import { addHours, type Instant, instantSchema } from '../../../shared/kernel/time.ts';
import type { HttpRequest } from '../http/http-message.ts';
import { decryptText, encryptText, type EncryptionSettings } from './encrypt-text.ts';
import { isSigned, readSignedText } from './signed-answers.ts';

/** The hidden field of a form, and the query parameter of a link, that hold the answers so far. */
const FIELD = 'so-far';

/**
 * Hours after the first page within which a journey can be finished, so that somebody can continue it next morning.
 */
const HOURS = 24;

/**
 * Maximum number of characters of the hidden field. Leaves room for the answers of the current page within the
 * maximum size of a body.
 */
const LONGEST_IN_FORM = 48 * 1024;

/**
 * Maximum number of characters of the query parameter. API Gateway allows 10 KB for the URL and the headers
 * together.
 */
const LONGEST_IN_LINK = 6_000;

const carriedSchema = z.strictObject({
  answers: z.record(z.string(), answerValueSchema),
  issuedAt: instantSchema,
  submissionId: z.string(),
});

/**
 * The answers so far. Forms and links contain them, so that back and change links work without JavaScript and
 * without cookies. They are encrypted, because URLs are stored in logs and browser histories.
 */
export interface CarriedAnswers {
  readonly answers: Answers;
  /** Time at which the first page was sent; stays the same from page to page. */
  readonly issuedAt: Instant;
  /**
   * Id that is created with the first page and stays the same from page to page, so that a form that is sent
   * twice is stored only once.
   */
  readonly submissionId: string;
}

type Found =
  | { readonly is: 'nothing' }
  /** The answers are older than a day, or were not encrypted by this service. */
  | { readonly is: 'too-old' }
  | { readonly is: 'answers'; readonly carried: CarriedAnswers };

const open = (
  text: string,
  longest: number,
  settings: EncryptionSettings,
  now: Instant,
): CarriedAnswers | undefined => {
  if (text.length > longest) return undefined;
  const json = isSigned(text) ? readSignedText(text, settings) : decryptText(text, settings);
  if (json === undefined) return undefined;
  const { data } = carriedSchema.safeParse(JSON.parse(json));
  return data === undefined || addHours(data.issuedAt, HOURS) < now ? undefined : data;
};

/** Reads the answers so far from a request's hidden form field or its query string. */
export const carriedBy = (
  { form, query }: Pick<HttpRequest, 'form' | 'query'>,
  settings: EncryptionSettings,
  now: Instant,
): Found => {
  const hidden = form[FIELD]?.[0];
  const text = hidden ?? query[FIELD]?.[0];
  if (text === undefined) return { is: 'nothing' };
  const carried = open(text, hidden === undefined ? LONGEST_IN_LINK : LONGEST_IN_FORM, settings, now);
  return carried === undefined ? { is: 'too-old' } : { is: 'answers', carried };
};

/**
 * The hidden fields of a form that contain the answers.
 * @throws if the answers are too large for a form
 */
export const hiddenFields = (
  carried: CarriedAnswers,
  settings: EncryptionSettings,
): Readonly<Record<string, string>> => {
  const text = encryptText(JSON.stringify(carried), settings);
  if (text.length > LONGEST_IN_FORM) throw new Error('the answers are too large for a form');
  return { [FIELD]: text };
};

/** The query string of a link that contains the answers; undefined if they are too long for a URL. */
export const linkEnd = (carried: CarriedAnswers, settings: EncryptionSettings): string | undefined => {
  const text = encryptText(JSON.stringify(carried), settings);
  return text.length > LONGEST_IN_LINK ? undefined : `?${FIELD}=${text}`;
};
