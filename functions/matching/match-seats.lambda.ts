import { quietly } from '../platform/quietly.ts';
import { container } from './container.ts';
import { matchSeats } from './match-seats.ts';
import { onSeeking } from './on-seeking.ts';

export const handler = quietly(container.log, onSeeking(matchSeats(container), container.log));
