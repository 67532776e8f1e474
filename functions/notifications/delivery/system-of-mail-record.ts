import * as z from 'zod';
import { emailOfTag } from '../outbox/email-tag.ts';

const recordSchema = z.object({ body: z.string() });
const bodySchema = z.object({
  detail: z.object({
    mail: z.object({ tags: z.object({ emailId: z.tuple([z.string()]).rest(z.string()) }) }),
  }),
});

/**
 * Returns the id of the system whose e-mail a message of the queue of SES events is about; undefined if the message is
 * not readable or names no system.
 */
export const systemOfMailRecord = (record: unknown): string | undefined => {
  const { body } = recordSchema.parse(record);
  try {
    const { detail } = bodySchema.parse(JSON.parse(body));
    return emailOfTag(detail.mail.tags.emailId[0]).systemId;
  } catch {
    return undefined;
  }
};
