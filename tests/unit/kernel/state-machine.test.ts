import { expect, test } from 'vitest';
import { next } from '../../../shared/kernel/state-machine.ts';
import { roundMachine } from '../../../shared/rounds/round.ts';

test('a machine says where an event leads, and from where it is possible', () => {
  expect(next(roundMachine, 'planning', 'solve')).toBe('planned');
  expect(next(roundMachine, 'closed', 'solve')).toBeUndefined();
});
