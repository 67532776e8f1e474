import { factsLoader } from '../../functions/notifications/email/facts.ts';
import { messages } from '../../functions/notifications/email/messages/catalogue.ts';
import { digestRunRepository } from '../../functions/store/repositories/digest-run-repository.ts';
import { mailBudget } from '../../functions/notifications/outbox/mail-budget.ts';
import { letterWriter } from '../../functions/notifications/outbox/prepare-letter.ts';
import { emailSender } from '../../functions/notifications/outbox/send-email.ts';
import { emailRepository } from '../../functions/store/repositories/email-repository.ts';
import { keys } from '../../functions/store/table/keys.ts';
import { ledgerRepository } from '../../functions/store/repositories/ledger-repository.ts';
import { matchRepository } from '../../functions/store/repositories/match-repository.ts';
import { offerRepository } from '../../functions/store/repositories/offer-repository.ts';
import { organisationRepository } from '../../functions/store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../functions/store/repositories/request-repository.ts';
import { runProgressRepository } from '../../functions/store/repositories/run-progress-repository.ts';
import { suppressionRepository } from '../../functions/store/repositories/suppression-repository.ts';
import { vouchRepository } from '../../functions/store/repositories/vouch-repository.ts';
import type { Change, Table } from '../../functions/store/table/table.ts';
import { addMinutes } from '../../shared/kernel/time.ts';
import { NOW } from './builders.ts';
import { SAMPLE_SITE } from './email-samples.ts';
import { fakeMailer } from './fake-mailer.ts';
import { eventRecorder } from '../../functions/notifications/delivery/record-event.ts';
import { losePractitioner } from '../../functions/matching/matches/lose-practitioner.ts';
import { loseRequester } from '../../functions/matching/matches/lose-requester.ts';
import { ownerOfAddressHash } from '../../functions/store/unique-claims.ts';
import { memoryTable } from './memory-table/memory-table.ts';
import { kentAndMedway } from './kent-and-medway.ts';

/**
 * Creates an outbox and the function that sends its e-mails, over a table in memory and with a clock that tests set.
 */
export const anOutbox = (options: { anHour?: number; over?: (table: Table) => Table } = {}) => {
  let now = NOW;
  const memory = memoryTable();
  const table = options.over?.(memory) ?? memory;
  const mailer = fakeMailer();
  const emails = emailRepository(table);
  const practitioners = practitionerRepository(table);
  const requests = requestRepository(table);
  const offers = offerRepository(table);
  const matches = matchRepository(table);
  const organisations = organisationRepository(table);
  const digests = digestRunRepository(table);
  const suppressions = suppressionRepository(table);
  const suppressed = new Map<string, 'everything' | 'nudges'>();
  const log: string[] = [];
  const quiet = {
    event: (code: string) => void log.push(code),
    surprise: (code: string) => void log.push(code),
  };
  let ids = 0;
  const chance = { id: () => `id${String((ids += 1))}` };
  let tokens = 0;
  const send = emailSender({
    table,
    clock: { now: () => now },
    log: quiet,
    mailer,
    emails,
    budget: mailBudget(table, options.anHour ?? 500),
    prepare: letterWriter({
      loadFacts: factsLoader({ system: kentAndMedway, table }),
      messageNamed: (name) => Promise.resolve(messages[name]),
      suppressed: async (address) => suppressed.get(address) ?? (await suppressions.held(address)),
      mint: (link) => {
        tokens += 1;
        const token = `token${String(tokens)}`;
        const row = { ...keys.token(`hash-of-${token}`), kind: 'token', link };
        return { token, change: { do: 'put', when: { is: 'absent' }, row } };
      },
      siteUrl: SAMPLE_SITE,
      replyTo: 'team@dpp-match.example',
      addresses: { team: 'team@dpp-match.example', placeLeads: {} },
    }),
  });
  return {
    memory,
    table,
    mailer,
    emails,
    practitioners,
    requests,
    offers,
    matches,
    vouches: vouchRepository(table),
    ledger: ledgerRepository(table),
    organisations,
    digests,
    progress: runProgressRepository(table),
    suppressed,
    log,
    quiet,
    send,
    clock: { now: () => now },
    chance,
    /** Records a delivery event as the function does. */
    recordEvent: eventRecorder({
      table,
      clock: { now: () => now },
      log: quiet,
      emails,
      offers,
      suppress: (...stop) => suppressions.suppress(...stop),
      ownerOf: (fingerprint) => ownerOfAddressHash(table, fingerprint),
      losePractitioner: losePractitioner({ table, chance }),
      loseRequester: loseRequester({ table, chance }),
    }),
    waitMinutes: (minutes: number) => {
      now = addMinutes(now, minutes);
    },
    at: (instant: string) => {
      now = instant;
    },
    given: async (...changes: readonly Change[]) => {
      const outcome = await memory.commit(changes);
      if (!outcome.committed) throw new Error('what a test is given must be storable');
    },
    tokenRows: () => memory.rows().filter(({ pk }) => pk.startsWith('TOKEN#')),
  };
};
