import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import { londonDay } from '../../../shared/kernel/time.ts';
import { textIn } from '../../../shared/journeys/answers.ts';
import type { Answers } from '../../../shared/journeys/question.ts';
import { toAskForSupervision } from '../../../shared/journeys/request/ask-for-supervision.ts';
import { withMoveAsked } from '../../../shared/matches/move-dates.ts';
import { policyOf } from '../../../shared/matching/policy.ts';
import { contextWithoutHistory } from '../../../shared/matching/query/seat-query.ts';
import { causedFrom, emailFor } from '../../../shared/notifications/email.ts';
import { soughtUntil } from '../../../shared/offers/offer-clock.ts';
import { organisationRef } from '../../../shared/people/organisation-ref.ts';
import { organisationText } from '../../../shared/people/organisation-text.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import { type AnswersChanged, answersChanged, withAnswers } from '../../../shared/requests/change-answers.ts';
import {
  type AskForSupervision,
  isRequestIn,
  periodOf,
  type SupervisionRequest,
} from '../../../shared/requests/request.ts';
import { awaitingSupportAgain, namedLead } from '../../../shared/requests/support-moves.ts';
import type { OrganisationIndex } from '../../../shared/systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import { travelLimit } from '../../../shared/requests/travel-limit.ts';
import { offersAfterChange } from '../../matching/matches/offers-after-change.ts';
import { readTiedRequest, type TiedRequest } from '../../matching/matches/request-ties.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import { networkHash } from '../../platform/hash.ts';
import { namedLeadChanges } from '../../store/lead-changes.ts';
import { aboutMatch, aboutOffer, nounChanges, outboxEmail, requestAudit } from '../../store/noun-changes.ts';
import { limitsOfWork, openLimits, type OpenRequests } from '../../store/open-requests.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { OrganisationRepository } from '../../store/repositories/organisation-repository.ts';
import type {
  OrganisationTrust,
  OrganisationTrustRepository,
} from '../../store/repositories/organisation-trust-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Change, Table } from '../../store/table/table.ts';
import { unfiledBy } from '../../store/table/unfiled.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import type { ConfirmationLimits, TooMany } from '../../web/links/confirmation-limits.ts';
import { knownAddress } from '../confirmation/known-address.ts';
import { organisationOfRecord } from '../confirmation/organisation-of-record.ts';

interface Deps {
  readonly system: ServiceSystem;
  readonly table: Table;
  readonly requests: RequestRepository;
  readonly organisations: OrganisationRepository;
  readonly trust: Pick<OrganisationTrustRepository, 'of' | 'withDomain'>;
  readonly emails: EmailRepository;
  readonly openRequests: Pick<OpenRequests, 'placeFor' | 'leave'>;
  readonly knownOrganisations: () => Promise<OrganisationIndex>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
  readonly limits: ConfirmationLimits;
}

/**
 * `agreed-already`: a DPP has agreed to what would change. `asked-before`: the learner that the request would be about has
 * another one. `date-passed`: nobody could be found by the day that would be the last.
 */
export type ChangeAnswersRefusal =
  'gone' | 'not-allowed' | 'agreed-already' | 'asked-before' | 'date-passed' | TooMany | 'busy';

interface Facts {
  readonly tied: TiedRequest;
  /** The request with its new answers and the seats of before. */
  readonly answered: SupervisionRequest;
  readonly changed: AnswersChanged;
  readonly organisation: Organisation;
  readonly people: OrganisationTrust;
  readonly isKnown: boolean;
  /** The changes that count the request in other lists, or undefined if the learner has another request. */
  readonly place: readonly Change[] | undefined;
}

const mayChange = isRequestIn('waiting-for-support', 'open', 'paused', 'matched');
const isSought = isRequestIn('open', 'paused');

/**
 * Changes the answers of a request, which keeps its place in the queue. Live offers are judged again: one that still fits
 * stays, and its DPP reads what has changed; another is taken back. A DPP who has agreed is asked whether new dates are
 * possible. A change beyond what a lead supported waits for the lead, unless the requester's address proves enough.
 * Saving the same answers changes nothing.
 */
export const changeAnswers = (deps: Deps) => {
  const { system, table, requests, organisations, trust, openRequests, knownOrganisations, clock, chance } =
    deps;
  const judging = { policy: policyOf(system), context: contextWithoutHistory(system) };

  /** Reads the employer that the answers name. One that is in no list and was not changed keeps its id. */
  const employerIn = async (
    ask: AskForSupervision,
    before: SupervisionRequest,
    answers: Answers,
    now: string,
  ): Promise<Organisation> => {
    const isSame = textIn(answers, 'organisation') === organisationText(before.organisation);
    return organisationOfRecord(
      { organisations, knownOrganisations },
      isSame ? before.organisation : ask.organisation,
      ask.site.place,
      now,
    );
  };

  const read = async (id: string, answers: Answers, now: string): Promise<Facts | undefined> => {
    const tied = await readTiedRequest(table, id);
    if (tied === undefined) return undefined;
    const ask = toAskForSupervision(answers, system, await knownOrganisations(), londonDay(now));
    const organisation = await employerIn(ask, tied.request, answers, now);
    const isSame = textIn(answers, 'organisation') === organisationText(tied.request.organisation);
    const employer = isSame ? tied.request.organisation : organisationRef(organisation);
    const { site } = tied.request;
    const answered = withAnswers(
      tied.request,
      {
        ...ask,
        organisation: employer,
        site: isSame && site.outcode === ask.site.outcode ? site : ask.site,
      },
      now,
    );
    // A request of an older version has only miles.
    const asRead = { ...tied.request, maxMinutes: travelLimit(tied.request, system) };
    const changed = answersChanged(asRead, answered);
    const known = await knownAddress(trust)(answered.email, employer);
    const isKnown = known.hasWorkAddress || known.isConfirmed;
    const place = async (): Promise<readonly Change[] | undefined> => {
      if (!changed.ofIdentity) return [];
      const opens = isSought(tied.request) && isKnown;
      const limits = isKnown ? limitsOfWork(organisation, known.isLead) : openLimits;
      const counted = await openRequests.placeFor(answered, opens, limits);
      return counted.ok
        ? [...counted.value, ...(await openRequests.leave(tied.request, answered))]
        : undefined;
    };
    return {
      tied,
      answered,
      changed,
      organisation,
      people: await trust.of(employer),
      isKnown,
      place: await place(),
    };
  };

  const leadChanges = (facts: Facts, isAsked: boolean, network: string, now: string): readonly Change[] => {
    const lead = namedLead(facts.answered);
    return lead === undefined || !(facts.changed.ofLead || facts.changed.ofIdentity)
      ? []
      : namedLeadChanges({
          table,
          organisation: facts.organisation,
          trust: facts.people,
          lead,
          by: `request#${facts.answered.id}`,
          now,
          isWrittenTo: isAsked,
          network: networkHash(network),
        });
  };

  const decide = (facts: Facts, network: string, now: string) => {
    const { tied, answered, changed, place, isKnown, organisation } = facts;
    const before = tied.request;
    const { id } = before;
    if (!mayChange(before)) return refused('not-allowed' as const);
    if (changed.fields.length === 0) return accepted({ value: before, changes: [] });
    if (tied.matches.length > 0 && changed.ofAgreement) return refused('agreed-already' as const);
    if (place === undefined) return refused('asked-before' as const);
    if (londonDay(now) > soughtUntil(answered)) return refused('date-passed' as const);

    const occasion = chance.id();
    const waitsAgain = isSought(before) && changed.needsSupport && !isKnown && tied.matches.length === 0;
    const after = offersAfterChange(tied, { ...answered, changedAt: now }, waitsAgain, judging, now);
    const request =
      waitsAgain && isSought(after.request)
        ? awaitingSupportAgain(after.request, now)
        : isRequestIn('waiting-for-support')(after.request)
          ? { ...after.request, seats: before.seats.length === 0 ? [] : after.request.seats }
          : after.request;
    const moves = changed.ofDates
      ? tied.matches.map((match) => withMoveAsked(match, periodOf(answered), now))
      : [];
    const about = { requestId: id };
    const result = waitsAgain
      ? 'waits'
      : moves.some(({ move }) => move !== undefined)
        ? 'dates'
        : after.takenBack.length > 0
          ? 'taken-back'
          : after.kept.length > 0 && changed.isSeen
            ? 'kept'
            : 'none';
    const asksLead = waitsAgain && namedLead(request) !== undefined;
    const lead = namedLead(request);
    return accepted({
      value: request,
      changes: [
        ...nounChanges(table, {
          requests: [request],
          practitioners: after.practitioners,
          offers: [...after.takenBack, ...after.kept],
          matches: moves,
        }),
        ...unfiledBy(requests.save(before), requests.save(request)),
        ...place,
        ...(changed.ofIdentity && organisation.version === 0 ? [organisations.save(organisation)] : []),
        ...leadChanges(facts, asksLead, network, now),
        ...after.takenBack.map((offer) =>
          outboxEmail(
            table,
            'practitioner-offer-withdrawn',
            offer.id,
            { ...aboutOffer(offer), occasion: 'request-changed' },
            now,
          ),
        ),
        ...(changed.isSeen
          ? after.kept.map((offer) =>
              outboxEmail(
                table,
                'practitioner-offer-changed',
                `${offer.id}.${occasion}`,
                aboutOffer(offer),
                now,
              ),
            )
          : []),
        ...moves
          .filter(({ move }) => move !== undefined)
          .map((match) =>
            outboxEmail(table, 'practitioner-dates-asked', `${match.id}.${occasion}`, aboutMatch(match), now),
          ),
        outboxEmail(
          table,
          'requester-request-changed',
          `${id}.${occasion}`,
          { ...about, occasion: result },
          now,
        ),
        ...(asksLead
          ? [
              deps.emails.save(
                causedFrom(
                  emailFor('lead-support-asked', `${id}.${occasion}`, about, now),
                  networkHash(network),
                ),
              ),
            ]
          : []),
        ...(waitsAgain
          ? [outboxEmail(table, 'requester-support-awaited', `${id}.${occasion}`, about, now)]
          : []),
        requestAudit({ chance, now, actor: 'requester' }, id, 'request-changed', {
          fields: changed.fields.join('|').slice(0, 160),
          kept: after.kept.length,
          'taken-back': after.takenBack.length,
          moves: moves.length,
        }),
      ],
      ...(lead !== undefined && (changed.ofLead || asksLead)
        ? { limits: deps.limits(lead.email, network, now) }
        : {}),
    });
  };

  return (
    id: string,
    answers: Answers,
    network: string,
  ): Promise<Result<SupervisionRequest, ChangeAnswersRefusal>> => {
    const now = clock.now();
    return decideAndCommit<Facts | undefined, SupervisionRequest, ChangeAnswersRefusal>({
      table,
      read: () => read(id, answers, now),
      decide: (facts) => (facts === undefined ? refused('gone') : decide(facts, network, now)),
    });
  };
};
