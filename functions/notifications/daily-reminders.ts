import { londonDay } from '../../shared/domain/time.ts';
import type { Chance } from '../platform/chance.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { auditRow } from '../platform/storage/audit.ts';
import type { EmailRepository } from '../platform/storage/email-repository.ts';
import { forEachReadable } from '../platform/storage/readable.ts';
import type { Table } from '../platform/storage/table.ts';
import type { Due, Reminder, RunMoment } from './reminders/reminder.ts';

interface Deps {
  readonly table: Pick<Table, 'commit' | 'setAside'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly log: Log;
  readonly emails: Pick<EmailRepository, 'find' | 'save'>;
  /** In the order in which they happen. */
  readonly reminders: readonly Reminder[];
}

/**
 * What a day brings: each thing that is due is committed by itself, with its messages. Twice is once, because a
 * message's id is made from its cause; a run that died halfway is finished by the next.
 */
export const dailyReminders = ({ table, clock, chance, log, emails, reminders }: Deps) => {
  /** True when it was written; false when it was there before, or somebody else changed the thing meanwhile. */
  const write = async (name: string, due: Due, { now }: RunMoment): Promise<boolean> => {
    const known = await Promise.all(due.emails.map(({ id }) => emails.find(id)));
    const fresh = due.emails.filter((_, index) => known[index] === undefined);
    if (fresh.length === 0 && due.changes.length === 0) return false;
    const outcome = await table.commit([
      ...due.changes,
      ...fresh.map((email) => emails.save(email)),
      auditRow(due.subject, now, chance.id(), 'schedule', name),
    ]);
    return outcome.committed;
  };

  return async (): Promise<void> => {
    const now = clock.now();
    const moment = { now, today: londonDay(now) };
    for (const { name, due } of reminders) {
      let count = 0;
      await forEachReadable(table, await due(moment), async (one) => {
        if (await write(name, one, moment)) count += 1;
      });
      if (count > 0) log.event(name, { count, run: `daily#${moment.today}` });
    }
  };
};
