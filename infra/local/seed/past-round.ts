import { decideOffer } from '../../../functions/matching/offers/decide-offer.ts';
import { judgeContextOf } from '../../../functions/store/judge-context.ts';
import type { Clock } from '../../../functions/platform/clock.ts';
import { ledgerRepository } from '../../../functions/store/repositories/ledger-repository.ts';
import { offerRepository } from '../../../functions/store/repositories/offer-repository.ts';
import { organisationRepository } from '../../../functions/store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../../../functions/store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../../functions/store/repositories/request-repository.ts';
import { roundRepository } from '../../../functions/store/repositories/round-repository.ts';
import type { Change, Table } from '../../../functions/store/table/table.ts';
import { confirmRound } from '../../../functions/matching/rounds/confirm-round.ts';
import { endRound, revealRound } from '../../../functions/matching/rounds/end-round.ts';
import { gatherRound } from '../../../functions/matching/rounds/gather-round.ts';
import { planRound } from '../../../functions/matching/rounds/plan-round.ts';
import { claim } from '../../../functions/store/unique-claims.ts';
import { openedRequest } from '../../../shared/requests/create-request.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { roundPolicyOf } from '../../../shared/rounds/round-policy.ts';
import { version } from '../../definition/version.ts';
import { demonstrationSystem } from './demonstration-system.ts';
import { lastCohort, SIGN_OFF_IN_DAYS, STARTS_AFTER_DAYS } from './last-cohort.ts';
import { expectAccepted } from './expect-accepted.ts';
import { silentLog } from './silent-log.ts';
import type { Stage } from './stories.ts';

/** Number of days since each step of the round. */
const GATHERED = 48;
const CONFIRMED = 25;
const ANSWERED = 23;
const FOLLOWED_UP = 18;
const ANSWERED_AGAIN = 16;
const ENDED = 14;

const TEAM_MEMBER = 'Robin Exampleton';

/**
 * Returns the same table with a `commit` that leaves out e-mails, because e-mails about past events must not
 * be sent today.
 */
const withoutEmails = (table: Table): Table => ({
  ...table,
  commit: (changes, key) =>
    table.commit(
      changes.filter((change) => !(change.do === 'put' && change.row['kind'] === 'email')),
      key,
    ),
});

/**
 * Runs a past round through the service's own use cases, with the clock set to the day of each step. The
 * round is gathered, planned, confirmed, answered, followed up and ended, and its seed is revealed. The
 * learners are saved only once the round is gathering, so that nobody matches them individually.
 */
export const runPastRound = async (
  whole: Table,
  { invent, times, employers, world }: Stage,
): Promise<void> => {
  const table = withoutEmails(whole);
  const moment = { now: times.ago(GATHERED) };
  const clock: Clock = { now: () => moment.now };
  const chance = { id: () => invent.id(), token: () => `demonstration-${invent.digits(28)}` };
  const system = demonstrationSystem;
  const policy = roundPolicyOf(system);
  const deps = {
    system,
    table,
    clock,
    chance,
    log: silentLog,
    policy,
    version,
    // The round is in the past: its figures were counted before it was solved.
    publicHash: { isShown: () => Promise.resolve(true), publish: () => Promise.resolve() },
    memory: judgeContextOf({ system, ledger: ledgerRepository(table), clock, policy: policy.pairs }),
  };
  const write = async (changes: readonly Change[]): Promise<void> => {
    for (let start = 0; start < changes.length; start += 90)
      if (!(await table.commit(changes.slice(start, start + 90))).committed)
        throw new Error('the last cohort was there already');
  };

  const [first, last] = SIGN_OFF_IN_DAYS;
  const gathering = {
    name: 'Last intake',
    startsFrom: times.in(first + STARTS_AFTER_DAYS),
    startsTo: times.in(last + STARTS_AFTER_DAYS),
    until: times.in(2),
  };
  const { id } = expectAccepted(await gatherRound(deps)(gathering, TEAM_MEMBER));
  const { organisations, practitioners, requests } = lastCohort({ invent, times, employers, world });
  await write([
    ...organisations.map((one) => organisationRepository(table).save(one)),
    ...practitioners.map((one) => practitionerRepository(table).save(one)),
    ...practitioners.flatMap((one) => claim(table, one)),
    ...requests
      .map((request) => openedRequest(request, addHours(request.createdAt, 1)))
      .map((request) => requestRepository(table).save(request)),
  ]);

  const planAndConfirm = async (): Promise<void> => {
    expectAccepted(await planRound(deps).snapshot(id, TEAM_MEMBER));
    expectAccepted(await planRound(deps).solve(id, TEAM_MEMBER));
    for (let from = 0, of = 1; from < of;) {
      const confirming = expectAccepted(await confirmRound(deps)(id, TEAM_MEMBER, from));
      from = Math.max(confirming.done, from + 1);
      of = confirming.of;
    }
  };
  const answer = decideOffer({ system, table, chance });
  const answerAll = async (declines: number): Promise<void> => {
    const pending = (await offerRepository(table).pending()).filter(({ roundId }) => roundId === id);
    const inOrder = pending.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    for (const [index, offer] of inOrder.entries())
      expectAccepted(
        await answer(
          offer.id,
          index < declines
            ? { decision: 'decline', reason: 'no-time' }
            : { decision: 'accept', backUp: {}, conflicts: [] },
          addHours(moment.now, index % 7),
        ),
      );
  };

  moment.now = times.ago(CONFIRMED);
  await planAndConfirm();
  moment.now = times.ago(ANSWERED);
  await answerAll(2);
  moment.now = times.ago(FOLLOWED_UP);
  await planAndConfirm();
  moment.now = times.ago(ANSWERED_AGAIN);
  await answerAll(0);
  moment.now = times.ago(ENDED);
  expectAccepted(await endRound(deps)(id, TEAM_MEMBER));
  expectAccepted(await revealRound(deps)(id, TEAM_MEMBER));
  if ((await roundRepository(table).find(id))?.state !== 'closed') throw new Error('the last round is open');
};
