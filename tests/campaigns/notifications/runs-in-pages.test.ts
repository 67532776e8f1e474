import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestNounsLoader } from '../../../functions/notifications/digests/load-nouns.ts';
import { weeklyDigests } from '../../../functions/notifications/digests/weekly-digests.ts';
import { dailyReminders } from '../../../functions/notifications/reminders/daily-reminders.ts';
import { everyReminder } from '../../../functions/notifications/reminders/every-reminder.ts';
import { aPractitioner } from '../../support/builders.ts';
import { cases } from '../../support/campaign.ts';
import { anOrganisation } from '../../support/email-samples.ts';
import { anOutbox } from '../../support/outbox.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

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

/** Runs until the end. Each of the runs before it is stopped: from one of its writes on, nothing is written. */
const runStopped = async (
  outbox: Awaited<ReturnType<typeof aSystem>>,
  stops: readonly number[],
  runOn: (table: Pick<typeof outbox.memory, 'commit'>) => Promise<unknown>,
): Promise<number> => {
  let stopped = 0;
  for (const stop of [...stops, Infinity]) {
    let writes = 0;
    const run = runOn({
      commit: (changes, key) => {
        writes += 1;
        return writes >= stop ? Promise.reject(new Error('stopped')) : outbox.memory.commit(changes, key);
      },
    });
    await run.catch(() => {
      stopped += 1;
    });
  }
  return stopped;
};

const emailIds = (outbox: Awaited<ReturnType<typeof aSystem>>): readonly string[] =>
  outbox.memory
    .rows()
    .flatMap(({ pk }) => (pk.startsWith('EMAIL#') ? [pk.slice('EMAIL#'.length)] : []))
    .sort();

describe(`a run over ${MANY} DPPs that is stopped at ${STOPS} random points`, () => {
  it('asks every DPP once whether places are free', async () => {
    const [stops = []] = fc.sample(
      fc.array(fc.integer({ min: 1, max: MANY / 10 }), { minLength: STOPS, maxLength: STOPS }),
      { numRuns: 1 },
    );
    const outbox = await aSystem();
    let ids = 0;
    const stopped = await runStopped(outbox, stops, (table) =>
      dailyReminders({
        ...outbox,
        table,
        log: outbox.quiet,
        chance: { id: () => `audit${(ids += 1)}` },
        reminders: everyReminder({ ...outbox, system: kentAndMedway }),
      })(),
    );
    expect(stopped).toBe(STOPS);
    const sent = emailIds(outbox);
    expect(sent).toHaveLength(MANY);
    expect(new Set(sent.map((id) => id.split('.')[1])).size).toBe(MANY);
  });

  it('makes each digest once', async () => {
    const outbox = await aSystem();
    const [stops = []] = fc.sample(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: STOPS, maxLength: STOPS }),
      { numRuns: 1 },
    );
    const stopped = await runStopped(outbox, stops, (table) =>
      weeklyDigests({
        system: kentAndMedway,
        ...outbox,
        table,
        log: outbox.quiet,
        runs: outbox.digests,
        loadNouns: digestNounsLoader({ ...outbox, system: kentAndMedway }),
      })(),
    );
    expect(stopped).toBe(STOPS);
    const sent = emailIds(outbox);
    expect(sent).toHaveLength(45);
    expect(new Set(sent).size).toBe(45);
  });
});
