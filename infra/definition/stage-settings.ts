import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';

/** The AWS region in London, so that personal data stays in the United Kingdom. */
export const REGION = 'eu-west-2';

const systemSettings = z.strictObject({
  /** Id of the system, as in `shared/reference/systems/<id>`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Public host name of the system, served by CloudFront. The host name of a request tells its system. */
  domain: z.hostname(),
  /** Address of the system's programme team, to which its notices are sent. */
  teamEmail: z.email(),
  /** Address to which replies to the system's e-mails go; a person must read its inbox. */
  replyTo: z.email(),
  /** Address that receives the digest of each place. The digests of places not listed go to the programme team. */
  placeLeads: z.record(z.string(), z.email()),
  /**
   * Ids of neighbouring systems with which it agreed that free places are offered across the border. Has an effect only
   * if the neighbour names this system too.
   */
  sharesWith: z.array(z.string()),
  /**
   * Systems that were merged into this one, each with its former host name, from which old links are redirected. The id
   * says that rows of the system may not have been moved yet; remove it when `npm run merge-systems` is done.
   */
  merged: z.array(z.strictObject({ id: z.string().exactOptional(), domain: z.hostname() })),
});

const stageSettings = z.strictObject({
  stage: z.string().regex(/^[a-z][a-z0-9-]{1,15}$/),
  /** The systems that the deployment serves. */
  systems: z
    .array(systemSettings)
    .min(1)
    .refine((all) => new Set(all.flatMap(({ id, domain }) => [id, domain])).size === 2 * all.length, {
      error: 'two systems have the same id or domain',
    }),
  /** ACM certificate for the domains of all systems. CloudFront requires us-east-1. */
  certificateArn: z.string().regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/),
  /** Domain from which SES sends e-mails. Its DKIM records are outputs of the service stack. */
  mailDomain: z.hostname(),
  mailFrom: z.email(),
  /** Address of the people who run the service, to which alarms are sent. */
  alarmEmail: z.email(),
  /**
   * Maximum number of e-mails that all systems of the deployment send in an hour, to limit the damage of abuse and of our
   * own mistakes. 0 holds all e-mails back. Other numbers are at least 20, so that each class of e-mail has a share.
   */
  emailsAnHour: z
    .int()
    .min(0)
    .refine((number) => number === 0 || number >= 20, 'must be 0, or 20 or more'),
  /**
   * Networks behind whose few public addresses many people work, such as the exits of NHS networks to the internet. Each has
   * a quota of its own, because otherwise the people of a whole trust would share that of one household.
   */
  sharedNetworks: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z][a-z0-9-]*$/),
      ranges: z.array(z.union([z.cidrv4(), z.cidrv6()])).min(1),
      confirmationsAnHour: z.int().min(1),
    }),
  ),
  /**
   * Number of runs at once that AWS keeps free for each function that answers offers and links, and for each that sends
   * e-mails, so that no other function can use up the account's. It is also their maximum. Left out, they share what the
   * account has, which in a new account is too little to reserve any.
   */
  reservedConcurrency: z.strictObject({
    answering: z.int().min(1).optional(),
    // The queue of e-mails starts up to 10 runs at once.
    sending: z.int().min(10).optional(),
  }),
  /**
   * Lock on the exports of the audit. `governance`: administrators with a right of its own can open it. `compliance`: nobody
   * can, not even the owner of the account, before the days are over.
   */
  auditLock: z.strictObject({ mode: z.enum(['governance', 'compliance']), days: z.int().min(1) }),
  logRetention: z.enum(RetentionDays),
});

export type StageSettings = z.infer<typeof stageSettings>;

/** Parses the settings of a stage. @throws ZodError that names each missing or invalid setting */
export const parseStageSettings = (settings: unknown): StageSettings => stageSettings.parse(settings);
