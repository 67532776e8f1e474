import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { placeSchema } from '../../shared/reference/vocabulary.ts';

/** London: the data of Kent and Medway's people stays in the United Kingdom. */
export const REGION = 'eu-west-2';

const stageSettings = z.strictObject({
  stage: z.string().regex(/^[a-z][a-z0-9-]{1,15}$/),
  /** The host people see. CloudFront answers to it. */
  domain: z.hostname(),
  /** An ACM certificate for `domain`; CloudFront reads them in us-east-1 only. */
  certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/),
  /** The domain that SES may write from: its DKIM records are outputs of the service stack. */
  mailDomain: z.hostname(),
  mailFrom: z.email(),
  /** Answers to our e-mails go to people. */
  mailReplyTo: z.email(),
  /** Where the programme team reads notices and alarms. */
  teamEmail: z.email(),
  /** Who reads a place's digest; the team where nobody is named. */
  placeLeads: z.partialRecord(placeSchema, z.email()),
  /** E-mails an hour for the whole service, a brake on abuse and on our own mistakes; 0 holds all mail back. */
  emailsAnHour: z.int().min(0),
  /** Who works at one of these domains is listed at once, marked "not yet checked". */
  trustedDomains: z.array(z.hostname()),
  logRetention: z.enum(RetentionDays),
});

export type StageSettings = z.infer<typeof stageSettings>;

/** @throws when a setting is missing or does not fit, naming it */
export const parseStageSettings = (settings: unknown): StageSettings => stageSettings.parse(settings);
