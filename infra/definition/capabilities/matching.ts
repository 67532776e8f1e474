import { capabilitiesOf } from './capabilities-of.ts';
import { changing, looking, sweeping } from './common-uses.ts';

/** Functions that make offers, take answers to them, and look after matches and their feedback. */
export const matching = capabilitiesOf('matching', [
  {
    verb: 'match-seats',
    effect: 'No new offers are made: learners wait although DPPs have places.',
    reads: 'match',
    timing: sweeping,
    table: looking,
    objects: [{ use: 'get', prefix: '*/published/' }],
    settings: [],
  },
  {
    verb: 'answer-offer',
    reserves: 'answering',
    effect: 'DPPs cannot accept or decline an offer.',
    table: changing,
    settings: [],
  },
  {
    verb: 'move-on',
    effect: 'Unanswered offers stay open, and the next DPP is not asked.',
    timing: sweeping,
    table: looking,
    settings: [],
  },
  {
    verb: 'feedback',
    reserves: 'answering',
    effect: 'Learners and DPPs cannot say that a match has ended; places stay taken.',
    table: changing,
    settings: [],
  },
]);
