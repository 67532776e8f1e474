import * as z from 'zod';
import { addHours, type Instant, instantSchema } from '../../../shared/kernel/time.ts';
import { seal, type Sealed, SEALED_FIELD, type Sealing, unseal } from './seal-answers.ts';
import type { HttpRequest } from '../http/http-message.ts';
import { LONGEST_ENCRYPTED, decryptText, encryptText } from './encrypt-text.ts';

/** The same answers travel in a form's hidden field, signed, and in links, encrypted. */
const LINK_FIELD = 'so-far';
const HOURS = 24;

const carriedSchema = z.strictObject({
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  issuedAt: instantSchema,
  submissionId: z.string(),
});

export type Carried =
  | { readonly is: 'nothing' }
  | { readonly is: 'too-old' }
  | { readonly is: 'answers'; readonly sealed: Sealed };

const parse = (text: string): Sealed | undefined => {
  const parsed = carriedSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
};

const inLink = (veiled: string, sealing: Sealing, now: Instant): Carried => {
  const text = decryptText(veiled, sealing);
  const sealed = text === undefined ? undefined : parse(text);
  return sealed === undefined || addHours(sealed.issuedAt, HOURS) < now
    ? { is: 'too-old' }
    : { is: 'answers', sealed };
};

/** The answers so far that came with a request, in its form or in its address. */
export const carriedBy = ({ form, query }: HttpRequest, sealing: Sealing, now: Instant): Carried => {
  const hidden = form[SEALED_FIELD]?.[0];
  if (hidden !== undefined) {
    const opened = unseal(hidden, sealing, now);
    return opened.ok ? { is: 'answers', sealed: opened.value } : { is: 'too-old' };
  }
  const veiled = query[LINK_FIELD]?.[0];
  return veiled === undefined ? { is: 'nothing' } : inLink(veiled, sealing, now);
};

/** The hidden fields of a form. */
export const hiddenFields = (sealed: Sealed, sealing: Sealing): Readonly<Record<string, string>> => ({
  [SEALED_FIELD]: seal(sealed, sealing),
});

/** The end of a link that carries the answers; undefined when they are too long to stand in an address. */
export const linkEnd = (sealed: Sealed, sealing: Sealing): string | undefined => {
  const veiled = encryptText(JSON.stringify(sealed), sealing);
  return veiled.length > LONGEST_ENCRYPTED ? undefined : `?${LINK_FIELD}=${veiled}`;
};
