import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { placeSchema } from '../../shared/reference/vocabulary.ts';

/** The AWS region in London, so that personal data stays in the United Kingdom. */
export const REGION = 'eu-west-2';

const stageSettings = z.strictObject({
  stage: z.string().regex(/^[a-z][a-z0-9-]{1,15}$/),
  /** Public host name of the service, served by CloudFront. */
  domain: z.hostname(),
  /** ACM certificate for `domain`. CloudFront requires us-east-1. */
  certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/),
  /** Domain from which SES sends e-mails. Its DKIM records are outputs of the service stack. */
  mailDomain: z.hostname(),
  mailFrom: z.email(),
  /** Address to which replies to our e-mails go; a person must read its inbox. */
  mailReplyTo: z.email(),
  /** Address of the programme team, to which notices and alarms are sent. */
  teamEmail: z.email(),
  /** Address that receives the digest of each place. The digests of places not listed go to the programme team. */
  placeLeads: z.partialRecord(placeSchema, z.email()),
  /**
   * Maximum number of e-mails that the whole service sends in an hour, to limit the damage of abuse and of our own
   * mistakes; 0 stops all e-mails.
   */
  emailsAnHour: z.int().min(0),
  /** DPPs with an address at one of these domains are listed at once, marked "not yet checked". */
  trustedDomains: z.array(z.hostname()),
  logRetention: z.enum(RetentionDays),
});

export type StageSettings = z.infer<typeof stageSettings>;

/** Parses the settings of a stage. @throws ZodError that names each missing or invalid setting */
export const parseStageSettings = (settings: unknown): StageSettings => stageSettings.parse(settings);
