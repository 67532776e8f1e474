import { container } from './container.ts';
import { matchSeats } from './match-seats.ts';
import { onSeeking } from './on-seeking.ts';

export const handler = onSeeking(matchSeats(container), container.log);
