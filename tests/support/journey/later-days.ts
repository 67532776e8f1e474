import { addDays, isWorkingDay, weekdayOf } from '../../../shared/kernel/time.ts';
import type { JourneyStack } from './stack.ts';

/** Moves the clock of the running service to ten o'clock of later days. */
export const laterDays = ({ today, advance, settle }: JourneyStack) => {
  /** Goes on this many days. */
  const onDay = async (days: number): Promise<void> => {
    await advance({ to: `${addDays(await today(), days)}T10:00:00.000Z` });
    await settle();
  };
  return {
    onDay,
    nextWorkingDay: async (): Promise<void> => {
      const from = await today();
      let days = 1;
      while (!isWorkingDay(addDays(from, days))) days += 1;
      await onDay(days);
    },
    /** Goes to the next Monday that begins five working days in a row. */
    toWorkingWeek: async (): Promise<void> => {
      const from = await today();
      let days = 8 - weekdayOf(from);
      while ([0, 1, 2, 3, 4].some((later) => !isWorkingDay(addDays(from, days + later)))) days += 7;
      await onDay(days);
    },
  };
};
