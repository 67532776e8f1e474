import { describe, expect, it } from 'vitest';
import { digestNounsLoader } from '../../../functions/notifications/digests/load-nouns.ts';
import { weeklyDigests } from '../../../functions/notifications/digests/weekly-digests.ts';
import { dailyReminders } from '../../../functions/notifications/reminders/daily-reminders.ts';
import { everyReminder } from '../../../functions/notifications/reminders/every-reminder.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import { aPractitioner } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';
import { anOrganisation } from '../../support/email-samples.ts';
import { anOutbox } from '../../support/outbox.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { drawnStops, runStopped } from '../../support/stopped-runs.ts';

const MANY = cases(20_000, 2_000);
const STOPS = 10;

/** A table with many DPPs, each due a check-in, and with organisations that want a digest. */
const aSystem = async () => {
  const outbox = anOutbox();
  const dpps = Array.from({ length: MANY }, (_, index) =>
    outbox.practitioners.save(
      aPractitioner({
        version: 0,
        id: `dpp${index}`,
        email: `dpp${index}@dpp.example`,
        organisation: { id: `org${index % 40}`, name: `Organisation ${index % 40}` },
        confirmedAt: new Date(Date.parse('2026-08-13T09:00:00.000Z') + index).toISOString(),
      }),
    ),
  );
  const organisations = Array.from({ length: 40 }, (_, index) =>
    outbox.organisations.save(
      anOrganisation({ version: 0, id: `org${index}`, name: `Organisation ${index}` }),
    ),
  );
  const all = [...dpps, ...organisations];
  for (let start = 0; start < all.length; start += 100) await outbox.given(...all.slice(start, start + 100));
  return outbox;
};

type System = Awaited<ReturnType<typeof aSystem>>;

const daily = (outbox: System) => {
  let ids = 0;
  return (table: Pick<Table, 'commit'>) =>
    dailyReminders({
      ...outbox,
      table,
      log: outbox.quiet,
      chance: { id: () => `audit${(ids += 1)}` },
      reminders: everyReminder({ ...outbox, system: kentAndMedway }),
    })();
};

const weekly = (outbox: System) => (table: Pick<Table, 'commit'>) =>
  weeklyDigests({
    system: kentAndMedway,
    ...outbox,
    table,
    log: outbox.quiet,
    runs: outbox.digests,
    loadNouns: digestNounsLoader({ ...outbox, system: kentAndMedway }),
  })();

/** The rows that people notice, without those that say how far a run has come. */
const rowsOf = ({ memory }: System): readonly string[] =>
  memory
    .rows()
    .filter(({ kind }) => kind !== 'run-progress' && kind !== 'audit')
    .map((row) => JSON.stringify(row))
    .sort();

const emailIds = ({ memory }: System): readonly string[] =>
  memory.rows().flatMap(({ pk }) => (pk.startsWith('EMAIL#') ? [pk.slice('EMAIL#'.length)] : []));

describe(`a run over ${MANY} DPPs that is stopped at ${STOPS} random points`, { timeout: 900_000 }, () => {
  it('asks every DPP once whether places are free, as the run that was never stopped', async () => {
    const [outbox, smooth] = [await aSystem(), await aSystem()];
    const stops = drawnStops(STOPS, MANY / 10);
    expect(await runStopped(outbox.memory, stops, daily(outbox))).toBe(STOPS);
    const sent = emailIds(outbox);
    expect(sent).toHaveLength(MANY);
    expect(new Set(sent.map((id) => id.split('.')[1])).size).toBe(MANY);
    await daily(smooth)(smooth.memory);
    expect(rowsOf(outbox)).toEqual(rowsOf(smooth));
  });

  it('makes each digest once, with the figures of the run that was never stopped', async () => {
    const [outbox, smooth] = [await aSystem(), await aSystem()];
    expect(await runStopped(outbox.memory, drawnStops(STOPS, 5), weekly(outbox))).toBe(STOPS);
    const sent = emailIds(outbox);
    expect(sent).toHaveLength(45);
    expect(new Set(sent).size).toBe(45);
    await weekly(smooth)(smooth.memory);
    expect(rowsOf(outbox)).toEqual(rowsOf(smooth));
  });
});
