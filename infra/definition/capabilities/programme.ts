import { capabilitiesOf } from './capabilities-of.ts';
import { figures, looking, reading, registering } from './common-uses.ts';

/** Functions for the programme team and organisation leads, and the nightly comparison of records that must agree. */
export const programme = capabilitiesOf('programme', [
  {
    verb: 'organisation-page',
    effect: 'Organisation leads cannot see their balance of hosting.',
    table: ['get', 'read-partition'],
    objects: [{ use: 'get', prefix: figures }],
    settings: [],
  },
  {
    verb: 'vouch',
    effect: 'People whom the team knows cannot say whether a DPP works with them; newcomers are not listed.',
    table: [...registering, 'read-partition'],
    settings: [],
  },
  {
    verb: 'programme',
    effect: 'The programme team cannot record register checks.',
    table: [...looking, 'read-partition', 'remove'],
    settings: [],
  },
  {
    verb: 'rounds',
    effect: 'The programme team cannot run rounds.',
    table: [...looking, 'read-partition'],
    objects: [{ use: 'get', prefix: figures }],
    sendsTo: ['figures'],
    settings: ['VERSION'],
  },
  {
    verb: 'reconcile',
    effect: 'A wrong count of places would not be noticed.',
    timing: { cron: 'cron(0 3 * * ? *)' },
    reads: 'reconciliation',
    sendsTo: ['reconciliation'],
    table: [...reading, 'put'],
    settings: [],
  },
]);
