import {
  hostingLoan,
  refreshedGuest,
  returnedLoan,
  undoneLoan,
  withoutLentPlace,
} from '../../shared/borders/loan-moves.ts';
import type { Loan } from '../../shared/borders/loan.ts';
import { isErased } from '../../shared/kernel/is-erased.ts';
import { accepted } from '../../shared/kernel/result.ts';
import { addMinutes, type Instant, londonDay } from '../../shared/kernel/time.ts';
import { ledgerEntriesOf } from '../../shared/matches/ledger.ts';
import { isOver, type Match } from '../../shared/matches/match.ts';
import type { Practitioner, StoredPractitioner } from '../../shared/people/practitioner.ts';
import { needsCheckIn, withLapse, withoutSilence } from '../../shared/people/silence.ts';
import { takesOffers } from '../../shared/people/standing.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import { releasePractitioner } from '../matching/matches/release-practitioner.ts';
import type { Chance } from '../platform/chance.ts';
import type { Clock } from '../platform/clock.ts';
import { eraseListing } from '../privacy/erasure/erase-listing.ts';
import { outboxEmail } from '../store/noun-changes.ts';
import { auditRow } from '../store/audit-row.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import type { FunctionSystems } from '../store/function-systems.ts';
import { erasures } from '../store/repositories/erasure-log.ts';
import { loanRepository } from '../store/repositories/loan-repository.ts';
import { matchRepository } from '../store/repositories/match-repository.ts';
import { offerRepository } from '../store/repositories/offer-repository.ts';
import { practitionerRepository } from '../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../store/repositories/request-repository.ts';
import { forEachReadable } from '../store/table/read-rows.ts';
import { changeOfSystem } from '../store/table/system-table.ts';
import { decideAndCommit } from '../store/unit-of-work.ts';
import { loseAtHome } from './lose-at-home.ts';
import { sharingNeighbours } from './neighbours.ts';

interface Deps {
  readonly own: FunctionSystem;
  readonly systems: Pick<FunctionSystems, 'find'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

/** Minutes for which a lent place waits for its offer, which is made right after the loan. */
const WAITS_MINUTES = 15;

/** The hours that a match gives in the end: fewer than agreed if it ended early, none if it was undone. */
const hoursOf = (match: Match): number => {
  if (match.state === 'undone') return 0;
  return (
    match.hours + (isOver(match) ? (ledgerEntriesOf(match).find(({ hours }) => hours < 0)?.hours ?? 0) : 0)
  );
};

interface Read {
  readonly loan: Loan | undefined;
  readonly lent: Loan | undefined;
  readonly guest: StoredPractitioner | undefined;
  readonly practitioner: StoredPractitioner | undefined;
  readonly match: Match | undefined;
  readonly request: SupervisionRequest | undefined;
}

/**
 * Brings home what the DPP answered to the offer across the border, or that they did not: the next offers to them depend
 * on it.
 */
const withAnswer = (owner: Practitioner, next: Loan, { guest, request }: Read): Practitioner => {
  if (next.state === 'hosting') return withoutSilence(owner);
  const tried = request?.seats.flatMap((seat) => seat.tried).find((one) => one.practitionerId === guest?.id);
  if (next.state !== 'returned' || tried === undefined) return owner;
  return tried.outcome === 'lapsed' ? withLapse(owner, tried.at) : withoutSilence(owner);
};

/**
 * Keeps the loans of a borrowing system true, on both sides of the border. Records that a learner was agreed, with the
 * hours. Returns a place whose offer was not accepted, whose learner has finished, or whose DPP has left or was
 * erased. Marks DPPs who could not be reached in their own system. Takes back offers to DPPs who paused their listing, and to all if the agreement has ended. Idempotent: each step is one commit that both systems' rows guard.
 * @returns a function that resolves to the number of loans that changed
 */
export const tendLoans = ({ own, systems, clock, chance }: Deps) => {
  const practitioners = practitionerRepository(own.table);
  const matches = matchRepository(own.table);
  const loans = loanRepository(own.table);
  const requests = requestRepository(own.table);
  const deps = { ...own, clock, chance, practitioners, matches, offers: offerRepository(own.table) };

  /** Withdraws a copy that no learner depends on, and takes back its offer. */
  const takeBack = (guest: Practitioner, now: Instant) =>
    releasePractitioner({
      ...deps,
      mayLeave: ({ commitments }) => commitments.length === 0,
      alongside: ({ pendingOffers }) =>
        Promise.resolve(
          pendingOffers.map(({ offerId }) => {
            const about = { offerId, practitionerId: guest.id, occasion: 'border-closed' };
            return outboxEmail(own.table, 'practitioner-offer-withdrawn', offerId, about, now);
          }),
        ),
    })(guest.id, 'dpp-left', now);

  /**
   * Does to the copy what happened to the DPP themselves. It is erased or withdrawn with them. Once they take no new
   * learners, or the two systems no longer share places, it is withdrawn if no learner was agreed.
   */
  const followDpp = async (
    guest: Practitioner,
    practitioner: StoredPractitioner | undefined,
    shares: boolean,
    now: Instant,
  ): Promise<void> => {
    if (practitioner === undefined || isErased(practitioner)) await eraseListing(deps)(guest.id);
    else if (guest.state === 'withdrawn') return;
    else if (practitioner.state === 'withdrawn') await releasePractitioner(deps)(guest.id, 'dpp-left', now);
    else if (guest.commitments.length === 0 && !(shares && takesOffers(practitioner, londonDay(now))))
      await takeBack(guest, now);
    else
      await decideAndCommit<Practitioner | undefined, undefined, never>({
        table: own.table,
        read: () => practitioners.findPresent(guest.id),
        decide: (copy) => {
          const fresh = copy && refreshedGuest(copy, practitioner);
          return accepted({
            value: undefined,
            changes: fresh === undefined ? [] : [practitioners.save(fresh)],
          });
        },
      });
  };

  /**
   * Erases the copies of DPPs who were erased in their own system, also those whose loan ended long ago: only the log of
   * erasures still tells.
   */
  const eraseCopies = async (borrowed: readonly Loan[]): Promise<void> => {
    for (const lenderId of new Set(borrowed.map(({ lender }) => lender))) {
      const lender = await systems.find(lenderId);
      const erased = new Set(
        (lender === undefined ? [] : await erasures(lender.table)).flatMap(({ noun, id }) =>
          noun === 'practitioner' ? [id] : [],
        ),
      );
      const copies = borrowed.filter((loan) => loan.lender === lenderId && erased.has(loan.practitionerId));
      await forEachReadable(own.table, copies, async ({ guestId }) => {
        const copy = await practitioners.find(guestId);
        if (copy !== undefined && !isErased(copy)) await eraseListing(deps)(guestId);
      });
    }
  };

  /** Decides what a loan has become; undefined if nothing has changed. */
  const becomes = ({ loan, guest, match }: Read, now: Instant): Loan | undefined => {
    if (loan === undefined) return undefined;
    const present = guest === undefined || isErased(guest) ? undefined : guest;
    const hasAgreed = (present?.commitments.length ?? 0) > 0;
    const waits =
      (present?.pendingOffers.length ?? 0) > 0 ||
      (loan.state === 'lent' && present?.state === 'listed' && now < addMinutes(loan.lentAt, WAITS_MINUTES));
    if (hasAgreed && match !== undefined) {
      // The DPP may have undone an acceptance and accepted again: that is another match.
      const waiting = loan.matchId === match.id ? undefined : (undoneLoan(loan) ?? loan);
      return waiting && hostingLoan(waiting, { matchId: match.id, hours: hoursOf(match) }, now);
    }
    if (hasAgreed) return undefined;
    if (waits) return undoneLoan(loan);
    // A match that was undone, or ended before it began, gave no hours: nobody was hosted.
    const given = match === undefined ? 0 : hoursOf(match);
    return returnedLoan(loan, given > 0 ? given : undefined, now);
  };

  const tend = async (
    { id }: Loan,
    lender: FunctionSystem,
    shares: boolean,
    now: Instant,
  ): Promise<boolean> => {
    const lenders = practitionerRepository(lender.table);
    const lentLoans = loanRepository(lender.table);
    const read = async (): Promise<Read> => {
      const [loan, lent] = await Promise.all([loans.find(id), lentLoans.find(id)]);
      const [guest, practitioner] = await Promise.all([
        loan && practitioners.find(loan.guestId),
        loan && lenders.find(loan.practitionerId),
      ]);
      const agreed = guest === undefined || isErased(guest) ? undefined : guest.commitments[0]?.matchId;
      const matchId = agreed ?? loan?.matchId;
      return {
        loan,
        lent,
        guest,
        practitioner,
        match: matchId === undefined ? undefined : await matches.find(matchId),
        request: loan?.requestId === undefined ? undefined : await requests.findPresent(loan.requestId),
      };
    };
    const found = await read();
    await loseAtHome({ table: lender.table, chance }, found.guest, found.practitioner, now);
    const { guest, practitioner: dpp } = await read();
    if (guest !== undefined && !isErased(guest)) await followDpp(guest, dpp, shares, now);
    // Withdraws the copy before its place is returned, so that nobody is offered a place that is not lent.
    const planned = becomes(await read(), now);
    if (guest !== undefined && planned?.state === 'returned' && !isErased(guest)) await takeBack(guest, now);
    const outcome = await decideAndCommit<Read, boolean, never>({
      table: own.table,
      read,
      decide: (facts) => {
        const next = becomes(facts, now);
        const { practitioner, lent } = facts;
        const isBack = next?.state === 'returned';
        const copyIsGone =
          facts.guest === undefined || isErased(facts.guest) || facts.guest.state === 'withdrawn';
        if (next === undefined || lent === undefined || (isBack && !copyIsGone))
          return accepted({ value: false, changes: [] });
        const owner = practitioner === undefined || isErased(practitioner) ? undefined : practitioner;
        const answered = owner && withAnswer(owner, next, facts);
        const isAsked =
          answered !== undefined && answered.silence !== owner?.silence && needsCheckIn(answered);
        const after = answered && (isBack ? withoutLentPlace(answered, id) : answered);
        const inLender = [
          lentLoans.save({ ...next, version: lent.version }),
          ...(after === undefined ||
          (after.lentPlaces === owner?.lentPlaces && after.silence === owner?.silence)
            ? []
            : [lenders.save(after)]),
          ...(isAsked
            ? [
                outboxEmail(
                  lender.table,
                  'practitioner-silent-check-in',
                  next.id,
                  { practitionerId: answered.id },
                  now,
                ),
              ]
            : []),
        ];
        return accepted({
          value: true,
          changes: [
            loans.save(next),
            auditRow(`practitioner#${next.guestId}`, now, chance.id(), 'schedule', `place-${next.state}`, {
              loan: id,
            }),
            ...inLender.map((change) => changeOfSystem(lender.system.id, change)),
          ],
        });
      },
    });
    return outcome.ok && outcome.value;
  };

  return async (): Promise<number> => {
    const now = clock.now();
    const borrowed = (await loans.all()).filter(({ borrower }) => borrower === own.system.id);
    const open = borrowed.filter(({ state }) => state !== 'returned');
    const sharing = new Set((await sharingNeighbours(systems, own)).map(({ system }) => system.id));
    let changed = 0;
    await forEachReadable(own.table, open, async (loan) => {
      const lender = await systems.find(loan.lender);
      if (lender !== undefined && (await tend(loan, lender, sharing.has(lender.system.id), now)))
        changed += 1;
    });
    await eraseCopies(borrowed);
    return changed;
  };
};
