import { orderedRooms } from './tests/support/rooms/ordered-rooms.ts';

/** Imports of a room whose functions answer with pages. */
const pages = [
  'shared/*',
  'site/src/components',
  'site/src/views',
  'functions/platform',
  'functions/store',
  'functions/web',
];

/**
 * The rooms of the house, from the ground up. A room may import the rooms that its line names and no others, and it
 * may only name rooms listed before it. ESLint, `npm run rooms` and the tables of docs/architecture.md read this list.
 *
 * `storeys` orders the sub-rooms of a room in the same way: a sub-room may import those before it, `.` is the files
 * directly in the room, and sub-rooms in one inner list may not import each other. `planned` rooms have no folder
 * yet: create it, and remove the flag.
 */
export const rooms = orderedRooms([
  {
    folder: 'shared/kernel',
    holds: 'results, time, bank holidays, state machines, text rules, field errors, CSV, memoize',
    imports: [],
  },
  { folder: 'shared/geography', holds: 'places, districts, outcodes, distances', imports: [] },
  {
    folder: 'shared/reference',
    holds: 'lists of words and their versions: professions, areas, settings, trusts, universities',
    imports: ['shared/geography'],
    storeys: ['systems', '.'],
    growth: 'the lists that the team edits',
  },
  {
    folder: 'shared/systems',
    holds: 'what a system is: board, places, organisations, policy, settings',
    imports: ['shared/kernel', 'shared/geography', 'shared/reference'],
    storeys: ['.', ['organisations', 'checks']],
  },
  {
    folder: 'shared/allocation',
    holds: 'the solver of rounds, its certificate and the verifier',
    imports: ['shared/kernel'],
  },
  {
    folder: 'shared/notifications',
    holds: 'the outbox e-mail, its moves, links in e-mails',
    imports: ['shared/kernel'],
  },
  {
    folder: 'shared/access',
    holds: 'sign-in, sessions, roles',
    imports: ['shared/kernel', 'shared/notifications'],
    planned: true,
  },
  {
    folder: 'shared/people',
    holds: 'practitioner, organisation, registration number',
    imports: ['shared/kernel', 'shared/geography', 'shared/reference'],
  },
  {
    folder: 'shared/requests',
    holds: 'request, seat, supervision team, declared conflicts',
    imports: ['shared/kernel', 'shared/geography', 'shared/reference', 'shared/people'],
  },
  {
    folder: 'shared/capacity',
    holds: 'places used and free, the answer to a check-in',
    imports: ['shared/kernel', 'shared/people', 'shared/requests'],
  },
  {
    folder: 'shared/borders',
    holds: 'places that one system lends to its neighbour, and the ledger between systems',
    imports: ['shared/kernel', 'shared/systems', 'shared/people', 'shared/capacity'],
  },
  {
    folder: 'shared/matches',
    holds: 'match and its moves, feedback, the ledger of hosting',
    imports: ['shared/kernel', 'shared/reference', 'shared/people', 'shared/requests', 'shared/capacity'],
    growth: 'the log of supervised hours; matches arranged in advance',
  },
  {
    folder: 'shared/offers',
    holds: 'offer and its moves, undo, response times, closing a request, reconciliation',
    imports: [
      'shared/kernel',
      'shared/reference',
      'shared/people',
      'shared/requests',
      'shared/capacity',
      'shared/matches',
    ],
  },
  {
    folder: 'shared/privacy',
    holds: 'erasing a person from nouns, removing mentions, retention rules',
    imports: ['shared/kernel', 'shared/people', 'shared/requests'],
  },
  {
    folder: 'shared/journeys',
    holds: 'the question engine and the questions of each form',
    imports: [
      'shared/kernel',
      'shared/geography',
      'shared/reference',
      'shared/systems',
      'shared/people',
      'shared/requests',
    ],
    storeys: ['.', ['register', 'request']],
    growth: '`aspire/`: the questions for aspiring DPPs',
  },
  {
    folder: 'shared/contracts',
    holds: 'routes, refusals in words, bodies of the API',
    imports: ['shared/kernel', 'shared/systems', 'shared/journeys'],
  },
  {
    folder: 'shared/matching',
    holds: 'query, requirements, criteria, rank, policy',
    imports: [
      'shared/kernel',
      'shared/geography',
      'shared/reference',
      'shared/systems',
      'shared/people',
      'shared/requests',
      'shared/capacity',
      'shared/matches',
      'shared/offers',
    ],
    storeys: ['query', ['requirements', 'criteria'], '.', ['explain', 'index']],
  },
  {
    folder: 'shared/rounds',
    holds: 'round and its moves, plan, snapshot, explanation',
    imports: [
      'shared/kernel',
      'shared/geography',
      'shared/reference',
      'shared/systems',
      'shared/allocation',
      'shared/people',
      'shared/requests',
      'shared/capacity',
      'shared/offers',
      'shared/matching',
    ],
  },
  {
    folder: 'shared/directory',
    holds: 'public listing, filters, search, open data',
    imports: [
      'shared/kernel',
      'shared/geography',
      'shared/reference',
      'shared/systems',
      'shared/people',
      'shared/capacity',
    ],
    growth: '`alerts/`: saved searches that send an e-mail',
  },
  {
    folder: 'shared/insights',
    holds: 'public figures of supply, demand and fairness; figures of an organisation',
    imports: ['shared/*'],
  },
  {
    folder: 'shared/digest',
    holds: 'figures and words of the weekly digests',
    imports: ['shared/*'],
  },

  {
    folder: 'site/src',
    holds: 'branding, content pages and their placeholders',
    imports: ['shared/reference', 'shared/systems'],
    rootOnly: true,
  },
  { folder: 'site/src/styles', holds: 'style sheets and their build', imports: [] },
  {
    folder: 'site/src/components',
    holds: 'one pattern a file, no rules',
    imports: ['shared/reference', 'site/src'],
  },
  {
    folder: 'site/src/views',
    holds: 'pages that a function answers with',
    imports: ['site/src', 'site/src/components'],
    growth: '`console/`: pages of the programme team',
  },
  {
    folder: 'site/src/layouts',
    holds: 'the frame of static pages',
    imports: ['site/src', 'site/src/components'],
  },
  {
    folder: 'site/src/pages',
    holds: 'static pages, one file a URL',
    imports: [
      'shared/reference',
      'shared/people',
      'site/src',
      'site/src/styles',
      'site/src/components',
      'site/src/layouts',
    ],
    storeys: [['.well-known', 'assets'], '.'],
  },

  {
    folder: 'functions/platform',
    holds: 'clock, ids, log, environment, hash, tokens, cache, secrets, bucket of files, queues',
    imports: ['shared/kernel'],
    storeys: ['.', 'requests', ['objects', 'queues', 'secrets']],
  },
  {
    folder: 'functions/store',
    holds: 'rows: table, repositories, unit of work, unique claims, noun changes, long runs in pages',
    imports: ['shared/*', 'functions/platform'],
    storeys: ['table', ['dynamo', 'repositories'], '.', 'runs'],
    growth: 'read models are written by the room that publishes them, see directory and matching',
  },
  {
    folder: 'functions/changes',
    holds: 'the dispatcher: announces changed rows to the queues',
    imports: ['shared/*', 'functions/platform', 'functions/store'],
  },
  {
    folder: 'functions/web',
    holds: 'HTTP, links, forms, journeys; health and not-found',
    imports: [
      'shared/*',
      'site/src',
      'site/src/components',
      'site/src/views',
      'functions/platform',
      'functions/store',
    ],
    storeys: ['http', ['forms', 'links'], 'journeys', '.'],
    growth: '`sessions/`: sign-in and sessions',
  },
  {
    folder: 'functions/matching',
    holds: 'seats, offers, matches, rounds',
    imports: ['shared/*', 'site/src/views', 'functions/platform', 'functions/store', 'functions/web'],
    storeys: [['offers', 'matches'], 'seats', 'rounds', '.'],
    growth: '`snapshots/`: the file that matching scans; supervision log and arranged matches in `matches/`',
  },
  {
    folder: 'functions/privacy',
    holds: 'erasure, export, retention, the daily export of the audit',
    imports: ['shared/*', 'functions/platform', 'functions/store', 'functions/matching'],
    storeys: ['erasure', ['export', 'retention', 'audit'], '.'],
  },
  {
    folder: 'functions/borders',
    holds: 'places that are offered across the border of two systems',
    imports: ['shared/*', 'functions/platform', 'functions/store', 'functions/matching', 'functions/privacy'],
  },
  {
    folder: 'functions/directory',
    holds: 'listings, search, open data, insights; publishing the files that they are read from',
    imports: ['site/src', ...pages],
    storeys: [['listings', 'insights'], 'publish', '.'],
  },
  {
    folder: 'functions/notifications',
    holds: 'outbox, e-mail, reminders, digests, delivery, unsubscribe',
    imports: ['site/src', ...pages, 'functions/matching'],
    storeys: [['digests', 'email', 'reminders'], 'unsubscribe', 'outbox', 'delivery', '.'],
    growth: '`alerts/`: e-mails about saved searches',
  },
  {
    folder: 'functions/registration',
    holds: 'confirmation, listings, requests',
    imports: [...pages, 'functions/matching', 'functions/privacy'],
    storeys: ['confirmation', 'listings', 'requests', '.'],
    growth: '`aspiring/`: registration of aspiring DPPs',
  },
  {
    folder: 'functions/programme',
    holds: 'checks, flags, reconciliation, DPPs, organisations: what the programme team does',
    imports: [...pages, 'functions/matching', 'functions/privacy'],
    storeys: [
      ['addresses', 'borders', 'flags', 'on-behalf', 'reconciliation', 'requests', 'vouching'],
      ['checks', 'organisations'],
      'practitioners',
      '.',
    ],
    growth: '`console/`: the web console; `reference/`: lists that the team edits',
  },

  {
    folder: 'infra/build',
    holds: 'bundles of functions, build of the site, published systems, OpenAPI',
    imports: ['shared/*'],
  },
  {
    folder: 'infra/definition',
    holds: 'data: functions and what starts them, stages, headers',
    imports: ['shared/reference', 'shared/contracts'],
    storeys: ['capabilities', '.'],
  },
  {
    folder: 'infra/constructs',
    holds: 'resources with their defaults and grants',
    imports: ['shared/contracts', 'infra/build', 'infra/definition'],
  },
  {
    folder: 'infra/stacks',
    holds: 'the parts of each stack',
    imports: ['infra/definition', 'infra/constructs'],
  },
  {
    folder: 'infra',
    holds: 'the CDK app and the build command',
    imports: ['infra/build', 'infra/definition', 'infra/stacks'],
    rootOnly: true,
  },
  {
    folder: 'infra/local',
    holds: 'the runner of the synthesized stack on one machine; the seed runs real use cases',
    imports: ['shared/*', 'functions/*', 'infra/build', 'infra/definition'],
    storeys: [['network', 'template', 'seed'], 'lambda', ['edge', 'events'], 'mail', 'aws', 'console', '.'],
  },
  {
    folder: 'infra/ops',
    holds: 'commands of operators: programme, drill, redrive',
    imports: ['shared/*', 'functions/*', 'infra/*'],
  },
]);
