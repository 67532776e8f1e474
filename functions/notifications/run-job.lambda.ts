import { functionQueues } from '../platform/queues/function-queues.ts';
import { systemOfMessage } from '../platform/queues/read-messages.ts';
import { batchFunction } from '../store/batch-function.ts';
import { recentRounds } from '../store/recent-rounds.ts';
import { runJob } from '../store/runs/run-job.ts';
import { containerOf } from './container.ts';
import { digestNounsLoader } from './digests/load-nouns.ts';
import { weeklyDigests } from './digests/weekly-digests.ts';
import { dailyReminders } from './reminders/daily-reminders.ts';
import { everyReminder } from './reminders/every-reminder.ts';

const queues = functionQueues();

export const handler = batchFunction(systemOfMessage, (functionSystem) => {
  const container = containerOf(functionSystem);
  return runJob({
    ...container,
    ...{ queues, queue: 'jobs' },
    runs: {
      'daily-reminders': dailyReminders({ ...container, reminders: everyReminder(container) }),
      'weekly-digests': weeklyDigests({
        ...container,
        runs: container.digests,
        loadNouns: digestNounsLoader({ ...container, rounds: recentRounds(container.table) }),
      }),
    },
  });
});
