import { capabilitiesOf } from './capabilities-of.ts';
import { registering } from './common-uses.ts';

/** Functions with which DPPs register, people request supervision, and both manage their own details. */
export const registration = capabilitiesOf('registration', [
  {
    verb: 'register',
    effect: 'Nobody can register as a DPP.',
    table: registering,
    settings: [],
    secrets: ['form'],
  },
  {
    verb: 'request',
    effect: 'Nobody can request a DPP.',
    table: registering,
    settings: [],
    secrets: ['form'],
  },
  {
    verb: 'confirm',
    reserves: 'answering',
    effect: 'People who confirm their e-mail address, and leads who support a request, see an error.',
    table: [...registering, 'read-list', 'read-partition', 'remove'],
    settings: [],
  },
  {
    verb: 'manage',
    reserves: 'answering',
    effect: 'DPPs cannot change, pause or remove their listing.',
    table: [...registering, 'read-partition', 'remove'],
    settings: [],
  },
  {
    verb: 'status',
    reserves: 'answering',
    effect: 'Learners cannot follow or withdraw their request.',
    // Reads the list of rounds, because the page says which round the learner waits for.
    table: [...registering, 'read-list', 'read-partition', 'remove'],
    objects: [{ use: 'get', prefix: '*/published/' }],
    settings: [],
    // Opens the form with the answers of a withdrawn request.
    secrets: ['form'],
  },
  {
    verb: 'capacity',
    reserves: 'answering',
    effect: 'DPPs cannot answer the check-in, so listings go stale.',
    table: registering,
    settings: [],
  },
]);
