import { routes } from '../../../shared/contracts/routes.ts';
import type { Capability, Setting, TableUse } from './capability.ts';

const reading = ['get', 'read-list'] as const satisfies readonly TableUse[];
const changing = ['get', 'put'] as const satisfies readonly TableUse[];
const looking = ['get', 'read-list', 'put'] as const satisfies readonly TableUse[];
/** Asking for another link counts, wherever the old one led. */
const registering = ['get', 'put', 'count'] as const satisfies readonly TableUse[];
const sending = [
  'SITE_URL',
  'MAIL_FROM',
  'MAIL_REPLY_TO',
  'TEAM_EMAIL',
  'CONFIGURATION_SET',
  'PLACE_LEADS',
  'EMAILS_AN_HOUR',
] as const satisfies readonly Setting[];
const sweeping = { everyMinutes: 5 };

const declared: readonly Omit<Capability, 'routes'>[] = [
  {
    room: 'registration',
    verb: 'register',
    effect: 'Nobody can register as a DPP.',
    table: registering,
    settings: ['SITE_URL', 'SEAL_SECRET'],
  },
  {
    room: 'registration',
    verb: 'request',
    effect: 'Nobody can ask for a DPP.',
    table: registering,
    settings: ['SITE_URL', 'SEAL_SECRET'],
  },
  {
    room: 'registration',
    verb: 'confirm',
    effect: 'People who press the link that confirms their e-mail address see an error.',
    table: registering,
    settings: ['SITE_URL', 'TRUSTED_DOMAINS'],
  },
  {
    room: 'registration',
    verb: 'manage',
    effect: 'DPPs cannot change, pause or remove their listing.',
    table: [...registering, 'read-list', 'read-partition', 'remove'],
    settings: ['SITE_URL'],
  },
  {
    room: 'registration',
    verb: 'status',
    effect: 'Learners cannot follow or withdraw their request.',
    table: [...registering, 'read-list', 'read-partition', 'remove'],
    settings: ['SITE_URL'],
  },
  {
    room: 'registration',
    verb: 'capacity',
    effect: 'DPPs cannot answer the check-in, so listings go stale.',
    table: registering,
    settings: ['SITE_URL'],
  },
  {
    room: 'matching',
    verb: 'match-seats',
    effect: 'Learners wait although a DPP with a place is there: no new offers are made.',
    rows: {
      eventName: ['INSERT', 'MODIFY'],
      dynamodb: { NewImage: { kind: { S: ['request'] }, seeking: { BOOL: [true] } } },
    },
    timing: sweeping,
    table: looking,
    settings: [],
  },
  {
    room: 'matching',
    verb: 'answer-offer',
    effect: 'DPPs cannot accept or decline an offer.',
    table: changing,
    settings: ['SITE_URL'],
  },
  {
    room: 'matching',
    verb: 'move-on',
    effect: 'Offers that nobody answers stay open, and the next DPP is not asked.',
    timing: sweeping,
    table: looking,
    settings: [],
  },
  {
    room: 'matching',
    verb: 'feedback',
    effect: 'Learners and DPPs cannot say that a match has ended; places stay taken.',
    table: changing,
    settings: ['SITE_URL'],
  },
  {
    room: 'notifications',
    verb: 'send-emails',
    effect: 'E-mails arrive up to five minutes late, by the sweeper, or not at all.',
    rows: { eventName: ['INSERT'], dynamodb: { NewImage: { kind: { S: ['email'] } } } },
    table: [...changing, 'count'],
    settings: sending,
    sendsMail: true,
  },
  {
    room: 'notifications',
    verb: 'sweep-outbox',
    effect: 'E-mails that were missed once are never sent.',
    timing: sweeping,
    table: [...looking, 'count'],
    settings: sending,
    sendsMail: true,
  },
  {
    room: 'notifications',
    verb: 'record-delivery',
    effect: 'We go on writing to addresses that bounce or complained, and the team is not told.',
    readsMailEvents: true,
    table: changing,
    settings: [],
  },
  {
    room: 'notifications',
    verb: 'daily-reminders',
    effect: 'No reminders and check-ins today; listings that went stale stay in the directory.',
    timing: { cron: 'cron(0 7 * * ? *)' },
    table: looking,
    settings: [],
  },
  {
    room: 'notifications',
    verb: 'weekly-digests',
    effect: 'The weekly digests do not arrive.',
    timing: { cron: 'cron(30 7 ? * MON *)' },
    table: [...looking, 'read-partition'],
    settings: [],
  },
  {
    room: 'notifications',
    verb: 'unsubscribe',
    effect: 'People cannot unsubscribe, which the law gives them the right to.',
    table: changing,
    settings: ['SITE_URL'],
  },
  {
    room: 'notifications',
    verb: 'digest-page',
    effect: 'The link from a digest to its whole page shows an error.',
    table: ['get'],
    settings: ['SITE_URL'],
  },
  {
    room: 'directory',
    verb: 'results',
    effect: 'The directory cannot be searched.',
    table: ['read-list'],
    settings: ['SITE_URL'],
  },
  {
    room: 'directory',
    verb: 'profile',
    effect: "A DPP's own page in the directory shows an error.",
    table: ['get'],
    settings: ['SITE_URL'],
  },
  {
    room: 'directory',
    verb: 'open-data',
    effect: 'The open data of the directory cannot be downloaded.',
    table: ['read-list'],
    settings: ['SITE_URL'],
  },
  {
    room: 'directory',
    verb: 'insights',
    effect: 'The page on supply and demand shows an error.',
    table: ['read-list', 'read-partition'],
    settings: ['SITE_URL'],
  },
  {
    room: 'programme',
    verb: 'organisation-page',
    effect: 'Organisation leads cannot see their give and take.',
    table: [...reading, 'read-partition'],
    settings: ['SITE_URL'],
  },
  {
    room: 'programme',
    verb: 'programme',
    effect: 'The programme team cannot record register checks or run rounds.',
    table: [...looking, 'read-partition'],
    settings: ['VERSION'],
  },
  {
    room: 'programme',
    verb: 'reconcile',
    effect: 'A place that is counted wrongly would not be noticed.',
    timing: { cron: 'cron(0 3 * * ? *)' },
    table: [...reading, 'put'],
    settings: [],
  },
  {
    room: 'privacy',
    verb: 'retain',
    effect: 'Personal data is kept longer than the privacy page says.',
    timing: { cron: 'cron(30 3 * * ? *)' },
    table: [...reading, 'read-partition', 'put', 'remove'],
    settings: [],
  },
  {
    room: 'web',
    verb: 'health',
    effect: 'Monitoring cannot tell whether the service is up.',
    table: ['get'],
    settings: ['VERSION'],
  },
  {
    room: 'web',
    verb: 'not-found',
    effect: 'People who follow a wrong address see a bare error instead of a page that helps.',
    takesUnknownPaths: true,
    table: [],
    settings: [],
  },
];

/** Every function of the service, with its triggers and permissions; its routes come from the table of routes. */
export const capabilities: readonly Capability[] = declared.map((capability) => {
  const name = `${capability.room}/${capability.verb}`;
  const answered = routes.filter((route) => route.function === name);
  return answered.length === 0 ? capability : { ...capability, routes: answered.map(({ key }) => key) };
});
