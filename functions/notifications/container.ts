import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/environment.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../store/dynamo/dynamo-client.ts';
import { emailRepository } from '../store/repositories/email-repository.ts';
import { ledgerRepository } from '../store/repositories/ledger-repository.ts';
import { linkRepository } from '../store/repositories/link-repository.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { offerRepository } from '../store/repositories/offer-repository.ts';
import { organisationRepository } from '../store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';
import { runProgressRepository } from '../store/repositories/run-progress-repository.ts';
import { suppressionRepository } from '../store/repositories/suppression-repository.ts';
import { digestRunRepository } from '../store/repositories/digest-run-repository.ts';

const { TABLE_NAME } = environment({ TABLE_NAME: settings.TABLE_NAME });
const table = functionTable(TABLE_NAME);

/** Dependencies shared by this room's functions, built once at cold start. */
export const container = {
  table,
  clock: systemClock,
  chance: systemChance,
  log: functionLog(),
  emails: emailRepository(table),
  links: linkRepository(table),
  suppressions: suppressionRepository(table),
  practitioners: practitionerRepository(table),
  requests: requestRepository(table),
  offers: offerRepository(table),
  matches: matchRepository(table),
  ledger: ledgerRepository(table),
  organisations: organisationRepository(table),
  digests: digestRunRepository(table),
  progress: runProgressRepository(table),
};
