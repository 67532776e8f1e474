import { quietly } from '../platform/quietly.ts';
import { container } from './container.ts';
import { dailyReminders } from './daily-reminders.ts';
import { everyReminder } from './reminders/every-reminder.ts';

export const handler = quietly(
  container.log,
  dailyReminders({ ...container, reminders: everyReminder(container) }),
);
