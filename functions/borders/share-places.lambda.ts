import { scheduledFunction } from '../store/scheduled-function.ts';
import { borrowPlaces } from './borrow-places.ts';
import { containerOf } from './container.ts';
import { tendLoans } from './tend-loans.ts';

export const handler = scheduledFunction((functionSystem) => {
  const container = containerOf(functionSystem);
  const tend = tendLoans(container);
  const borrow = borrowPlaces(container);
  return async () => {
    await tend();
    await borrow();
  };
});
