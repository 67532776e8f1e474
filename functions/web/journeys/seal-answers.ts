import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { addHours, epochOf, type Instant, instantSchema } from '../../../shared/kernel/time.ts';
import type { Answers } from '../../../shared/journeys/question.ts';

/** The hidden field that carries what was answered so far. */
export const SEALED_FIELD = 'so-far';

/** Characters. Leaves room for the page's own answers within the largest body. */
const LARGEST = 48 * 1024;

/** A journey begun today can be ended today and tomorrow morning; after that it starts afresh. */
const HOURS = 24;

const sealedSchema = z.strictObject({
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  /** When the first page was sent out; stays the same from page to page. */
  issuedAt: instantSchema,
  /** Made with the first page; sending the form twice sends the same one. */
  submissionId: z.string(),
});
export interface Sealed {
  readonly answers: Answers;
  readonly issuedAt: Instant;
  readonly submissionId: string;
}

export interface Sealing {
  /** What the form is for: a seal of one journey does not open in another. */
  readonly purpose: string;
  readonly secret: string;
}

const signatureOf = (payload: string, { purpose, secret }: Sealing): Buffer =>
  createHmac('sha256', secret).update(`${purpose}.${payload}`).digest();

/**
 * Answers so far → the value of the hidden field: readable by its owner, changeable by nobody.
 * @throws when the answers are larger than any form can be
 */
export const seal = (sealed: Sealed, sealing: Sealing): string => {
  const payload = Buffer.from(JSON.stringify(sealed)).toString('base64url');
  const text = `${payload}.${signatureOf(payload, sealing).toString('base64url')}`;
  if (text.length > LARGEST) throw new Error('the answers are too large to travel with the form');
  return text;
};

const parse = (payload: string): unknown => {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  } catch {
    return undefined;
  }
};

/** The hidden field's value → the answers that it holds, if we sealed them and less than a day has passed. */
export const unseal = (
  text: string,
  sealing: Sealing,
  now: Instant,
): Result<Sealed, 'tampered' | 'expired'> => {
  const [payload = '', signature = '', ...rest] = text.length > LARGEST ? [] : text.split('.');
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(payload, sealing);
  if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right))
    return refused('tampered');
  const sealed = sealedSchema.safeParse(parse(payload));
  if (!sealed.success) return refused('tampered');
  return addHours(sealed.data.issuedAt, HOURS) < now ? refused('expired') : accepted(sealed.data);
};

/** A field that people never see (`components/honeypot.tsx`) and that form-filling programs like to fill. */
export const HONEYPOT_FIELD = 'website';

/** Nobody reads a page and answers it in less. */
const QUICKEST_PERSON_MS = 3_000;

/**
 * True when a form was filled in by a program: show it the normal confirmation and write nothing. For pages only;
 * other systems that send JSON are programs and welcome.
 */
export const isTrapped = (
  form: Readonly<Record<string, readonly string[]>>,
  { issuedAt }: Pick<Sealed, 'issuedAt'>,
  now: Instant,
): boolean =>
  (form[HONEYPOT_FIELD] ?? []).some((value) => value !== '') ||
  epochOf(now) - epochOf(issuedAt) < QUICKEST_PERSON_MS;
