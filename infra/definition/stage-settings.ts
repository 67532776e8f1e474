import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { placeSchema } from '../../shared/reference/vocabulary.ts';

/** London: personal data stays in the United Kingdom. */
export const REGION = 'eu-west-2';

const stageSettings = z.strictObject({
  stage: z.string().regex(/^[a-z][a-z0-9-]{1,15}$/),
  /** Public host name, served by CloudFront. */
  domain: z.hostname(),
  /** ACM certificate for `domain`. CloudFront requires us-east-1. */
  certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/),
  /** Domain that SES sends from. Its DKIM records are outputs of the service stack. */
  mailDomain: z.hostname(),
  mailFrom: z.email(),
  /** Read by people: replies to our e-mails arrive here. */
  mailReplyTo: z.email(),
  /** Address of the programme team for notices and alarms. */
  teamEmail: z.email(),
  /** Recipient of each place's digest; the team for places not listed. */
  placeLeads: z.partialRecord(placeSchema, z.email()),
  /** Maximum e-mails an hour for the whole service, against abuse and our own mistakes; 0 stops all mail. */
  emailsAnHour: z.int().min(0),
  /** DPPs with an address at one of these domains are listed at once, marked "not yet checked". */
  trustedDomains: z.array(z.hostname()),
  logRetention: z.enum(RetentionDays),
});

export type StageSettings = z.infer<typeof stageSettings>;

/** @throws ZodError that names each missing or invalid setting */
export const parseStageSettings = (settings: unknown): StageSettings => stageSettings.parse(settings);
