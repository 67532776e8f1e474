import { systemChance } from '../platform/chance.ts';
import { systemClock } from '../platform/clock.ts';
import { environment, settings } from '../platform/config.ts';
import { functionLog } from '../platform/log.ts';
import { functionTable } from '../platform/storage/client.ts';
import { emailRepository } from '../platform/storage/email-repository.ts';
import { ledgerRepository } from '../platform/storage/ledger-repository.ts';
import { linkRepository } from '../platform/storage/link-repository.ts';
import { matchRepository } from '../platform/storage/match-repository.ts';
import { offerRepository } from '../platform/storage/offer-repository.ts';
import { organisationRepository } from '../platform/storage/organisation-repository.ts';
import { practitionerRepository } from '../platform/storage/practitioner-repository.ts';
import { requestRepository } from '../platform/storage/request-repository.ts';
import { suppressionRepository } from '../platform/storage/suppression-repository.ts';
import { digestRunRepository } from './digests/digest-run.ts';

const { TABLE_NAME } = environment({ TABLE_NAME: settings.TABLE_NAME });
const table = functionTable(TABLE_NAME);

/** What the functions of this room share; built once, when a function starts. */
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
};
