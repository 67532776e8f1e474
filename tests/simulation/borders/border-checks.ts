import { borderBalances } from '../../../shared/borders/border-ledger.ts';
import type { Loan } from '../../../shared/borders/loan.ts';
import { isCurrent } from '../../../shared/matches/match.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import type { Commitment, Practitioner } from '../../../shared/people/practitioner.ts';
import { type BorderRows, isPresent, type Step } from './border-rows.ts';

type Tell = (what: string) => void;

const isOpen = ({ state }: Loan): boolean => state !== 'returned';

/** Lists the copies of a DPP's listing in the neighbouring system. */
const copiesOf = (rows: BorderRows, side: string, id: string): readonly Practitioner[] =>
  rows
    .all('practitioner')
    .map(({ noun }) => noun)
    .filter(isPresent)
    .filter(({ guest }) => guest?.lender === side && guest.practitionerId === id);

/** Counts the learners on the busiest day. */
const mostAtOnce = (agreed: readonly Commitment[]): number =>
  Math.max(
    0,
    ...agreed.map(
      ({ from }) =>
        new Set(agreed.filter((one) => one.from <= from && from <= one.to).map(({ requestId }) => requestId))
          .size,
    ),
  );

/** Checks that a DPP has never more learners in both systems than places. */
const places = (rows: BorderRows, side: string, practitioner: Practitioner, tell: Tell): void => {
  const { guest } = practitioner;
  const home =
    guest === undefined ? practitioner : rows.find(guest.lender, 'practitioner', guest.practitionerId);
  if (!isPresent(home)) return;
  const copies = copiesOf(rows, guest?.lender ?? side, home.id);
  const agreed = [...home.commitments, ...copies.flatMap(({ commitments }) => commitments)];
  const most = mostAtOnce(agreed);
  if (most > home.placesOffered)
    tell(
      `DPP ${home.id} offers ${String(home.placesOffered)} places and has ${String(most)} learners in both systems`,
    );
};

const content = ({ version, ...loan }: Loan): string => JSON.stringify(Object.entries(loan).toSorted());

/** Checks that both systems store a loan alike, and that the DPP's place is kept as long as it lasts. */
const loanAgrees = (rows: BorderRows, { id, lender, borrower }: Loan, tell: Tell): void => {
  const [given, taken] = [rows.find(lender, 'loan', id), rows.find(borrower, 'loan', id)];
  if (given === undefined || taken === undefined || content(given) !== content(taken)) {
    tell(
      `loan ${id} is ${given?.state ?? 'unknown'} in ${lender} and ${taken?.state ?? 'unknown'} in ${borrower}`,
    );
    return;
  }
  const home = rows.find(lender, 'practitioner', given.practitionerId);
  if (isPresent(home)) {
    const isKept = home.lentPlaces?.some(({ loanId }) => loanId === id) === true;
    if (isKept !== isOpen(given))
      tell(`loan ${id} is ${given.state} and its place is ${isKept ? 'kept' : 'free'}`);
  }
  const copy = rows.find(borrower, 'practitioner', given.guestId);
  if (!isOpen(given) && isPresent(copy) && (copy.state !== 'withdrawn' || copy.commitments.length > 0))
    tell(`loan ${id} has ended and its copy is ${copy.state}`);
};

/** Checks everything that a commit changed. @param mayShare whether the two systems agreed while its function ran */
export const checkBorderCommit = (
  rows: BorderRows,
  steps: readonly Step[],
  mayShare: boolean,
  tell: Tell,
): void => {
  for (const { side, kind, before, after } of steps) {
    if (kind === 'practitioner') {
      const practitioner = after as Practitioner;
      const had = (before as Practitioner | undefined)?.commitments.length ?? 0;
      if (isPresent(practitioner)) {
        if (practitioner.commitments.length > had) places(rows, side, practitioner, tell);
        const { guest } = practitioner;
        const loan = guest && rows.find(side, 'loan', guest.loanId);
        if (loan !== undefined) loanAgrees(rows, loan, tell);
        for (const { loanId } of practitioner.lentPlaces ?? []) {
          const lent = rows.find(side, 'loan', loanId);
          if (lent === undefined)
            tell(`DPP ${practitioner.id} keeps a place for loan ${loanId}, which is unknown`);
          else loanAgrees(rows, lent, tell);
        }
      }
    }
    if (kind === 'loan') {
      if (before === undefined && !mayShare) tell(`a place was lent to ${side} without an agreement`);
      loanAgrees(rows, after as Loan, tell);
    }
    if (kind === 'offer' && before === undefined) {
      const asked = rows.find(side, 'practitioner', (after as Offer).practitionerId);
      if (isPresent(asked) && asked.guest !== undefined && !mayShare)
        tell(`a DPP was asked across the border without an agreement`);
    }
  }
};

/** Checks, after the loans were tended without faults, that both ledgers say what happened. */
export const checkBorderEnd = (rows: BorderRows, tell: Tell): void => {
  for (const { side, noun: loan } of rows.all('loan')) {
    if (side !== loan.borrower) continue;
    const copy = rows.find(side, 'practitioner', loan.guestId);
    const home = rows.find(loan.lender, 'practitioner', loan.practitionerId);
    const agreed = isPresent(copy) ? copy.commitments[0] : undefined;
    const match = agreed && rows.find(side, 'match', agreed.matchId);
    const hosts = match !== undefined && isCurrent(match);
    if (hosts !== (loan.state === 'hosting'))
      tell(`loan ${loan.id} is ${loan.state} though ${hosts ? 'a' : 'no'} learner is agreed`);
    const counted = loan.matchId === undefined ? undefined : rows.find(side, 'match', loan.matchId);
    if (loan.state === 'returned' && counted?.state === 'undone')
      tell(`loan ${loan.id} counts a learner whose DPP undid the acceptance`);
    if (hosts && loan.matchId !== match.id) tell(`loan ${loan.id} names another match than ${match.id}`);
    if (home?.state === 'erased' && isPresent(copy)) tell(`DPP ${home.id} is erased and their copy is not`);
    if (isPresent(home) && isPresent(copy) && home.state !== 'listed' && copy.pendingOffers.length > 0)
      tell(`DPP ${home.id} is ${home.state} and still asked across the border`);
    if (isPresent(home) && home.state === 'withdrawn' && isOpen(loan))
      tell(`DPP ${home.id} has left and loan ${loan.id} is ${loan.state}`);
  }
  const of = (side: string) =>
    borderBalances(
      side,
      rows.all('loan').flatMap((one) => (one.side === side ? [one.noun] : [])),
    )[0];
  const [kent, sussex] = [of('kent-and-medway'), of('sussex')];
  const said = JSON.stringify([
    kent?.hosted,
    kent?.hoursGiven,
    kent?.placed,
    kent?.hoursReceived,
    kent?.waiting,
  ]);
  const mirrored = [
    sussex?.placed,
    sussex?.hoursReceived,
    sussex?.hosted,
    sussex?.hoursGiven,
    sussex?.waiting,
  ];
  if (said !== JSON.stringify(mirrored)) tell(`the ledgers differ: ${said} and ${JSON.stringify(mirrored)}`);
};
