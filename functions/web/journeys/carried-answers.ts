import * as z from 'zod';
import { answerValueSchema } from '../../../shared/journeys/answer-value.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import { addHours, type Instant, instantSchema } from '../../../shared/kernel/time.ts';
import type { HttpRequest } from '../http/http-message.ts';
import { decryptText, encryptText, type EncryptionSettings } from './encrypt-text.ts';
import { isSigned, readSignedText } from './signed-answers.ts';

/** The hidden field of a form, and the query parameter of a link, that hold the answers so far. */
const FIELD = 'so-far';

/** Hours after its first page in which a journey can be finished: until tomorrow morning. */
const HOURS = 24;

/** Characters. Leaves room for the answers of the page itself within the largest body. */
const LONGEST_IN_FORM = 48 * 1024;

/** Characters. API Gateway takes 10 KB of address and headers together. */
const LONGEST_IN_LINK = 6_000;

const carriedSchema = z.strictObject({
  answers: z.record(z.string(), answerValueSchema),
  issuedAt: instantSchema,
  submissionId: z.string(),
});

/**
 * The answers so far. They travel encrypted, in forms and in links, so that back and change links work without
 * JavaScript and without a cookie; addresses end up in logs and histories.
 */
export interface CarriedAnswers {
  readonly answers: Answers;
  /** When the first page was sent; stays the same from page to page. */
  readonly issuedAt: Instant;
  /** Made with the first page, so that a form that is sent twice is recorded once. */
  readonly submissionId: string;
}

type Found =
  | { readonly is: 'nothing' }
  /** Older than a day, or not made by us. */
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
 * The hidden fields of a form that carry the answers.
 * @throws when the answers are larger than any form can be
 */
export const hiddenFields = (
  carried: CarriedAnswers,
  settings: EncryptionSettings,
): Readonly<Record<string, string>> => {
  const text = encryptText(JSON.stringify(carried), settings);
  if (text.length > LONGEST_IN_FORM) throw new Error('the answers are too large to travel with the form');
  return { [FIELD]: text };
};

/** The query string of a link that carries the answers; undefined when they are too long for an address. */
export const linkEnd = (carried: CarriedAnswers, settings: EncryptionSettings): string | undefined => {
  const text = encryptText(JSON.stringify(carried), settings);
  return text.length > LONGEST_IN_LINK ? undefined : `?${FIELD}=${text}`;
};
