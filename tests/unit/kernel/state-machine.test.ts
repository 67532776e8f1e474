import { expect, test } from 'vitest';
import { next, sources } from '../../../shared/kernel/state-machine.ts';
import { matchMachine, matchStates } from '../../../shared/matches/match.ts';

test('a machine says where an event leads, and from where it may happen', () => {
  expect(next(matchMachine, 'agreed', 'start')).toBe('started');
  expect(next(matchMachine, 'started', 'start')).toBeUndefined();
  expect(sources(matchMachine, matchStates, 'start')).toEqual(['agreed']);
  expect(sources(matchMachine, matchStates, 'end-early')).toEqual(['agreed', 'started']);
});
