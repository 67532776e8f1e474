import { londonDay } from '../../../shared/kernel/time.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import { auditRow } from '../../store/audit-row.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import { forEachReadable } from '../../store/table/read-rows.ts';
import type { Table } from '../../store/table/table.ts';
import type { Due, Reminder, RunMoment } from './reminder.ts';

interface Deps {
  readonly table: Pick<Table, 'commit' | 'setAside'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly log: Log;
  readonly emails: Pick<EmailRepository, 'find' | 'save'>;
  /** All reminders, in the order in which they run. */
  readonly reminders: readonly Reminder[];
}

/** Maximum number of attempts to write an item if there are write conflicts. */
const MAX_ATTEMPTS = 3;

/**
 * Runs the daily reminders. Each due item is committed on its own, with its messages. Idempotent, because a
 * message's id derives from its cause; the next run completes an interrupted one. Items with write conflicts
 * are read again and retried a few times. Items that still fail are retried on the next day.
 */
export const dailyReminders = ({ table, clock, chance, log, emails, reminders }: Deps) => {
  const write = async (
    name: string,
    due: Due,
    { now }: RunMoment,
  ): Promise<'written' | 'there' | 'crossed'> => {
    const known = await Promise.all(due.emails.map(({ id }) => emails.find(id)));
    const fresh = due.emails.filter((_, index) => known[index] === undefined);
    if (fresh.length === 0 && due.changes.length === 0) return 'there';
    const outcome = await table.commit([
      ...due.changes,
      ...fresh.map((email) => emails.save(email)),
      auditRow(due.subject, now, chance.id(), 'schedule', name),
    ]);
    return outcome.committed ? 'written' : 'crossed';
  };

  /**
   * Writes all due items of one kind, then retries those with write conflicts.
   * @param left the subjects to retry; omit to write all
   * @returns number of items written
   */
  const runReminder = async (
    { name, due }: Reminder,
    moment: RunMoment,
    looks: number,
    left?: ReadonlySet<string>,
  ): Promise<number> => {
    const crossed = new Set<string>();
    let count = 0;
    const wanted = (await due(moment)).filter(({ subject }) => left?.has(subject) !== false);
    await forEachReadable(table, wanted, async (one) => {
      const outcome = await write(name, one, moment);
      if (outcome === 'written') count += 1;
      if (outcome === 'crossed') crossed.add(one.subject);
    });
    if (crossed.size > 0 && looks > 1) count += await runReminder({ name, due }, moment, looks - 1, crossed);
    return count;
  };

  return async (): Promise<void> => {
    const now = clock.now();
    const moment = { now, today: londonDay(now) };
    for (const reminder of reminders) {
      const count = await runReminder(reminder, moment, MAX_ATTEMPTS);
      if (count > 0) log.event(reminder.name, { count, run: `daily#${moment.today}` });
    }
  };
};
