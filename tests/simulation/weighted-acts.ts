import type { Act } from './acting.ts';
import * as anybody from './acts-of-anybody.ts';
import * as dpps from './acts-of-dpps.ts';
import * as mailboxes from './acts-of-mailboxes.ts';
import * as changing from './acts-of-change.ts';
import * as standing from './acts-of-standing.ts';
import { floods } from './acts-of-strangers.ts';
import * as learners from './acts-of-learners.ts';
import { machines } from './acts-of-machines.ts';
import {
  confirmsDomain,
  confirmsLead,
  decidesRequest,
  decidesTie,
  leadsRound,
  teamChecks,
} from './acts-of-team.ts';
import type { Dice } from './dice.ts';

type Weighted = readonly [weight: number, words: string, act: Act];

/** The sort of a seed. */
export interface Sort {
  /** Whether a coordinator runs rounds, which take as much time as all other actions together. */
  readonly leads: boolean;
  /** Whether matching reads published files. */
  readonly hasFiles: boolean;
  /** Whether strangers send floods of forms. */
  readonly hasFloods: boolean;
  /** Whether it takes more than a year, so that register checks become overdue. */
  readonly isOfYears: boolean;
  /** Whether organisations often get another lead. */
  readonly isOfLeads: boolean;
}

/**
 * The actions with their weights, which are chosen so that as many planted faults as possible are detected in each
 * second of run time.
 */
export const weightedActs = ({ leads, hasFiles, hasFloods, isOfYears, isOfLeads }: Sort) => {
  const machine = machines();
  const acts: readonly Weighted[] = [
    [6, 'registers', dpps.registers],
    [14, 'asks', learners.asks],
    [7, 'confirms', anybody.confirms],
    [2, 'asks for a new link', anybody.asksForNewLink],
    [6, 'team checks', teamChecks],
    [1, 'team confirms a domain', confirmsDomain],
    [4, 'team suspends or corrects', standing.teamActs],
    [2, 'team decides a claim', standing.decidesClaim],
    [1, 'team confirms a voucher', standing.confirmsVoucher],
    [4, 'vouches', standing.vouches],
    [3, 'supports', learners.supports],
    [1, 'names a lead', learners.namesLead],
    [isOfLeads ? 9 : 3, 'says whether they lead', learners.saysWhetherTheyLead],
    [isOfLeads ? 10 : 2, 'team confirms a lead', confirmsLead],
    [1, 'team decides a request', decidesRequest],
    [1, 'team decides a tie', decidesTie],
    [2, 'loses a mailbox', mailboxes.losesMailbox],
    [2, 'uses another address', mailboxes.usesAnotherAddress],
    [1, 'team lifts a suppression', mailboxes.liftsSuppression],
    [hasFloods ? 0.7 : 0, 'floods', floods],
    [isOfLeads ? 16 : 3, 'opens the page of an organisation', anybody.opensOrganisation],
    [24, 'answers', dpps.answers],
    [8, 'scans', anybody.scans],
    // After a year, listings are hidden until their owners confirm them.
    [isOfYears ? 25 : 5, 'changes a listing', dpps.changesListing],
    [isOfYears ? 15 : 3, 'checks in', dpps.checksIn],
    [1, 'leaves', dpps.leaves],
    [4, 'takes back', learners.takesBack],
    [4, 'changes a request', changing.changesRequest],
    [3, 'pauses or goes on', changing.pausesOrGoesOn],
    [3, 'says whether other dates are possible', changing.answersDates],
    [8, 'ends a match', anybody.endsMatch],
    [2, 'ends one match early', anybody.endsMatchEarly],
    [3, 'says that a match is finished', anybody.saysFinished],
    [4, 'looks back', anybody.looksBack],
    [2, 'unsubscribes', anybody.unsubscribes],
    [leads ? 2 : 0, 'leads a round', leadsRound],
    [30, 'stream', machine.dispatches],
    [26, 'mail queue', machine.sendsNew],
    [16, 'match queue', machine.matchesNew],
    [hasFiles ? 12 : 0, 'publish queue', machine.publishes],
    [hasFiles ? 1 : 0, 'rebuilds', machine.rebuilds],
    [24, 'mail events', machine.recordsEvents],
    [1, 'matches all', machine.matchesAll],
    [4, 'moves on', machine.movesOn],
    [6, 'sweeps', machine.sweeps],
    [2, 'reminds', machine.reminds],
    [isOfLeads ? 6 : 0.5, 'digests', machine.digests],
    [1, 'something fails', machine.fails],
    [5, 'something recovers', machine.recovers],
  ];
  const all = acts.reduce((sum, [weight]) => sum + weight, 0);
  return (dice: Dice): Weighted => {
    let share = dice.roll() * all;
    return acts.find(([weight]) => (share -= weight) < 0) ?? acts[0]!;
  };
};
