import { expect, test } from 'vitest';
import { next } from '../../../shared/kernel/state-machine.ts';
import { requestMachine } from '../../../shared/requests/request.ts';

test('a machine says where an event leads, and from where it is possible', () => {
  expect(next(requestMachine, 'unconfirmed', 'confirm-email')).toBe('open');
  expect(next(requestMachine, 'open', 'confirm-email')).toBeUndefined();
});
