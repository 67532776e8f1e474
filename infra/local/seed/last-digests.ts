import { recentRounds } from '../../../functions/store/recent-rounds.ts';
import { digestRunRepository } from '../../../functions/store/repositories/digest-run-repository.ts';
import { digestNounsLoader } from '../../../functions/notifications/digests/load-nouns.ts';
import { weeklyDigests } from '../../../functions/notifications/digests/weekly-digests.ts';
import { emailRepository } from '../../../functions/store/repositories/email-repository.ts';
import { ledgerRepository } from '../../../functions/store/repositories/ledger-repository.ts';
import { matchRepository } from '../../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { organisationRepository } from '../../../functions/store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import type { Table } from '../../../functions/store/table/table.ts';
import { addDays, type Instant, londonDay, londonInstant, weekdayOf } from '../../../shared/kernel/time.ts';
import { demonstrationSystem } from './demonstration-system.ts';
import { silentLog } from './silent-log.ts';

const MADE_AT = '07:30';

/** Returns the latest time before `now` at which weekly digests were due, which is a Monday morning. */
const lastMonday = (now: Instant): Instant => {
  const today = londonDay(now);
  const monday = londonInstant(addDays(today, 1 - weekdayOf(today)), MADE_AT);
  return monday <= now ? monday : londonInstant(addDays(today, -6 - weekdayOf(today)), MADE_AT);
};

/**
 * Makes last Monday's digests with the service's own use case and a clock set to that morning, so that the
 * inbox contains digests from the start.
 */
export const makeLastDigests = async (table: Table, now: Instant): Promise<void> => {
  await weeklyDigests({
    system: demonstrationSystem,
    table,
    clock: { now: () => lastMonday(now) },
    log: silentLog,
    emails: emailRepository(table),
    organisations: organisationRepository(table),
    runs: digestRunRepository(table),
    loadNouns: digestNounsLoader({
      system: demonstrationSystem,
      practitioners: practitionerRepository(table),
      requests: requestRepository(table),
      offers: offerRepository(table),
      matches: matchRepository(table),
      ledger: ledgerRepository(table),
      rounds: recentRounds(table),
    }),
  })();
};
