import { capabilitiesOf } from './capabilities-of.ts';
import { changing, looking, sending, sweeping } from './common-uses.ts';

/** Functions for e-mails, reminders, digests, delivery events and unsubscribing. */
export const notifications = capabilitiesOf('notifications', [
  {
    verb: 'send-emails',
    reserves: 'sending',
    effect: 'E-mails arrive up to five minutes late, or not at all.',
    reads: 'mail',
    table: [...changing, 'count'],
    settings: sending,
    sendsMail: true,
  },
  {
    verb: 'sweep-outbox',
    reserves: 'sending',
    effect: 'E-mails that were missed once are never sent.',
    timing: sweeping,
    table: [...looking, 'count'],
    settings: sending,
    sendsMail: true,
  },
  {
    verb: 'record-delivery',
    effect: 'E-mails still go to addresses that bounced or complained, and the team does not learn of it.',
    readsMailEvents: true,
    table: changing,
    settings: [],
  },
  {
    verb: 'daily-reminders',
    effect: 'No reminders or check-ins today; stale listings stay in the directory.',
    timing: { cron: 'cron(0 7 * * ? *)' },
    sendsTo: ['jobs'],
    table: [],
    settings: [],
  },
  {
    verb: 'weekly-digests',
    effect: 'The weekly digests do not arrive.',
    timing: { cron: 'cron(30 7 ? * MON *)' },
    sendsTo: ['jobs'],
    table: [],
    settings: [],
  },
  {
    verb: 'run-job',
    effect: 'Reminders, check-ins or the weekly digests of a system are missing.',
    reads: 'jobs',
    sendsTo: ['jobs'],
    table: [...looking, 'read-partition'],
    settings: [],
  },
  {
    verb: 'unsubscribe',
    reserves: 'answering',
    effect: 'People cannot unsubscribe, which is their legal right.',
    table: changing,
    settings: [],
  },
  {
    verb: 'digest-page',
    effect: 'The link from a digest e-mail to its page shows an error.',
    table: ['get'],
    settings: [],
  },
]);
