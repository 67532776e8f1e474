import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stateMachinesPage } from '../../../docs/draw-state-machines.ts';

it('draws the state machines that run the service, and no others', () => {
  expect(readFileSync('docs/state-machines.md', 'utf8')).toBe(stateMachinesPage());
});
