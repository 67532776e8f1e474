import { backgroundFunction } from '../platform/background-function.ts';
import { container } from './container.ts';
import { dailyReminders } from './reminders/daily-reminders.ts';
import { everyReminder } from './reminders/every-reminder.ts';

const run = dailyReminders({ ...container, reminders: everyReminder(container) });

export const handler = backgroundFunction(container.log, () => run());
