import { describe, expect, it } from 'vitest';
import { dailyReminders } from '../../../functions/notifications/reminders/daily-reminders.ts';
import { everyReminder } from '../../../functions/notifications/reminders/every-reminder.ts';
import type { Change } from '../../../functions/store/table/table.ts';
import { aPractitioner, NOW } from '../../support/builders.ts';
import { anOutbox } from '../../support/outbox.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const MANY = 1_000;
/** Every DPP of the list is due a check-in: the details were confirmed 100 days ago, each at another second. */
const confirmedAt = (index: number): string =>
  new Date(Date.parse('2026-08-13T09:00:00.000Z') + index * 1_000).toISOString();

const aDayOf = async (count: number) => {
  const outbox = anOutbox();
  for (let start = 0; start < count; start += 50)
    await outbox.given(
      ...Array.from({ length: Math.min(50, count - start) }, (_, index) =>
        outbox.practitioners.save(
          aPractitioner({
            version: 0,
            id: `dpp${start + index}`,
            confirmedAt: confirmedAt(start + index),
          }),
        ),
      ),
    );
  let ids = 0;
  const sent = () =>
    outbox.memory.rows().flatMap(({ pk }) => (pk.startsWith('EMAIL#') ? [pk.slice('EMAIL#'.length)] : []));
  /** The run, with a table whose commits `before` may refuse by throwing. */
  const run = (before: (changes: readonly Change[]) => void = () => undefined) =>
    dailyReminders({
      ...outbox,
      table: {
        commit: async (changes, key) => {
          before(changes);
          return outbox.memory.commit(changes, key);
        },
      },
      log: outbox.quiet,
      chance: { id: () => `audit${String((ids += 1))}` },
      reminders: everyReminder({ ...outbox, system: kentAndMedway }),
    });
  return { ...outbox, run, sent };
};

describe('a daily run in pages', () => {
  it.each([1, 7, 99, 100, 101, 250, 500, 777, 999])(
    'that is stopped at its write number %i goes on, asks everybody and nobody twice',
    async (stopAt) => {
      const day = await aDayOf(MANY);
      let writes = 0;
      await expect(
        day.run(() => {
          writes += 1;
          if (writes === stopAt) throw new Error('stopped');
        })(),
      ).rejects.toThrow('stopped');
      expect(await day.run()()).toBe('complete');
      const sent = day.sent();
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent).toHaveLength(MANY);
      for (let index = 0; index < MANY; index += 1)
        expect(await day.practitioners.find(`dpp${index}`)).toMatchObject({ checkInAskedAt: NOW });
    },
  );

  it('goes on after the page that it had finished, without reading the pages before it', async () => {
    const day = await aDayOf(MANY);
    let pages = 0;
    expect(await day.run()(() => (pages += 1) <= 18)).toBe('to-go-on');
    const before = day.sent().length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(MANY);
    const read: (string | undefined)[] = [];
    const counted = dailyReminders({
      ...day,
      log: day.quiet,
      chance: { id: () => `later${String(read.length)}-${String(Math.random())}` },
      reminders: everyReminder({
        system: kentAndMedway,
        ...day,
        practitioners: {
          ...day.practitioners,
          page: (state, page) => {
            read.push(page.after);
            return day.practitioners.page(state, page);
          },
        },
      }),
    });
    expect(await counted()).toBe('complete');
    expect(read[0]).toBeDefined();
    expect(day.sent()).toHaveLength(MANY);
  });

  it('starts again from the beginning after it was complete, because more may be due later in the day', async () => {
    const day = await aDayOf(3);
    await day.run()();
    await day.given(
      day.practitioners.save(aPractitioner({ version: 0, id: 'late', confirmedAt: confirmedAt(9) })),
    );
    await day.run()();
    expect(day.sent()).toHaveLength(4);
  });

  it('asks nobody twice when two workers run at the same time', async () => {
    const day = await aDayOf(300);
    await Promise.all([day.run()(), day.run()()]);
    const sent = day.sent();
    expect(sent).toHaveLength(300);
    expect(new Set(sent).size).toBe(300);
  });
});
