import { scheduledFunction } from '../store/scheduled-function.ts';
import { containerOf } from './container.ts';
import { dailyReminders } from './reminders/daily-reminders.ts';
import { everyReminder } from './reminders/every-reminder.ts';

export const handler = scheduledFunction((functionSystem) => {
  const container = containerOf(functionSystem);
  return dailyReminders({ ...container, reminders: everyReminder(container) });
});
