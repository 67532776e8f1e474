import * as people from './acts-of-people.ts';
import { machines } from './acts-of-machines.ts';
import { leadsRound } from './acts-of-team.ts';
import type { Dice } from './dice.ts';

type Weighted = readonly [weight: number, words: string, act: people.Act];

/**
 * Who acts how often: so that as many of the planted mistakes as possible are noticed in a second, not in an operation.
 * @param leads whether anybody leads rounds: they cost as much as everything else in some of the seeds
 */
export const weightedActs = (leads: boolean) => {
  const machine = machines();
  const acts: readonly Weighted[] = [
    [6, 'registers', people.registers],
    [14, 'asks', people.asks],
    [7, 'confirms', people.confirms],
    [2, 'asks for a new link', people.asksForNewLink],
    [6, 'team checks', people.teamChecks],
    [24, 'answers', people.answers],
    [8, 'scans', people.scans],
    [5, 'changes a listing', people.changesListing],
    [3, 'checks in', people.checksIn],
    [1, 'leaves', people.leaves],
    [4, 'takes back', people.takesBack],
    [8, 'ends a match', people.endsMatch],
    [4, 'looks back', people.looksBack],
    [2, 'unsubscribes', people.unsubscribes],
    [leads ? 2 : 0, 'leads a round', leadsRound],
    [26, 'mail stream', machine.sendsNew],
    [16, 'match stream', machine.matchesNew],
    [24, 'mail events', machine.recordsEvents],
    [1, 'matches all', machine.matchesAll],
    [4, 'moves on', machine.movesOn],
    [6, 'sweeps', machine.sweeps],
    [2, 'reminds', machine.reminds],
    [0.2, 'digests', machine.digests],
    [1, 'something fails', machine.fails],
    [5, 'something recovers', machine.recovers],
  ];
  const all = acts.reduce((sum, [weight]) => sum + weight, 0);
  return (dice: Dice): Weighted => {
    let share = dice.roll() * all;
    return acts.find(([weight]) => (share -= weight) < 0) ?? acts[0]!;
  };
};
