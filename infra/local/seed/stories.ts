import { openedRequest } from '../../../shared/requests/create-request.ts';
import type { MatchIn } from '../../../shared/matches/match.ts';
import { matchWithFeedback } from '../../../shared/matches/match-feedback.ts';
import { refusedRequest } from '../../../shared/offers/close-request.ts';
import { isRequestIn, type RequestIn } from '../../../shared/requests/request.ts';
import { awaitingSupport } from '../../../shared/requests/support-moves.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { addHours, epochOf } from '../../../shared/kernel/time.ts';
import type { Employer } from './employers.ts';
import type { Invent } from './invent.ts';
import { inventRequest, type Wish } from './learners.ts';
import type { Times } from './times.ts';
import type { World } from './world.ts';

export interface Stage {
  readonly world: World;
  readonly invent: Invent;
  readonly times: Times;
  readonly employers: readonly Employer[];
}

/** The needs of a learner. Leaves out `near`, because the functions below choose the DPP. */
export type Setting = Omit<Wish, 'near'>;

const takes = (practitioner: Practitioner, { profession }: Setting): boolean =>
  profession === undefined || practitioner.supervisesProfessions.includes(profession);

/**
 * A weighted sum of the DPP's places in use, the requests for the same clinical area and setting, and the
 * open requests in the same place; the lower, the better.
 */
const demandNear = ({ world }: Stage, practitioner: Practitioner): number => {
  const [site] = practitioner.sites;
  const requests = [...world.requests.values()];
  const near = requests.filter(
    ({ leadArea, setting }) => leadArea === practitioner.leadArea && setting === practitioner.setting,
  );
  const inPlace = requests.filter(({ state, site: { place } }) => state === 'open' && place === site?.place);
  const use = practitioner.commitments.length + practitioner.pendingOffers.length;
  return (use + near.length) * 4 + inPlace.length * 3;
};

/**
 * Picks the DPP with the least demand from the listed and checked DPPs who have a free place, so that
 * learners are spread evenly.
 */
const leastBusyDpp = (stage: Stage, setting: Setting): Practitioner => {
  const [freest] = [...stage.world.practitioners.values()]
    .filter(
      (practitioner) =>
        practitioner.state === 'listed' &&
        practitioner.check !== undefined &&
        practitioner.placesOffered > practitioner.commitments.length &&
        takes(practitioner, setting),
    )
    .toSorted((a, b) => demandNear(stage, a) - demandNear(stage, b));
  if (freest === undefined) throw new Error('nobody is free');
  return freest;
};

const inventNear = (stage: Stage, setting: Setting): RequestIn<'unconfirmed'> =>
  inventRequest(stage.invent, stage.times, stage.employers, {
    ...setting,
    near: leastBusyDpp(stage, setting),
  });

/** Creates an unconfirmed request. */
export const sent = (stage: Stage, setting: Setting): string => {
  const request = inventNear(stage, setting);
  stage.world.keep({ request });
  return request.id;
};

/** Creates a request that was confirmed an hour after it was sent: it is open and its seats are vacant. */
export const open = (stage: Stage, setting: Setting): string => {
  const request = inventNear(stage, setting);
  stage.world.keep({ request: openedRequest(request, addHours(request.createdAt, 1)) });
  return request.id;
};

/**
 * Creates a request from a private address, which waits until somebody supports it: its lead was asked when it was
 * confirmed.
 */
export const unsupported = (stage: Stage, setting: Setting): string => {
  const request = inventNear(stage, setting);
  const [name] = request.email.split('@');
  const confirmed = awaitingSupport(
    { ...request, email: `${String(name)}@private.example` },
    addHours(request.createdAt, 1),
  );
  stage.world.keep({ request: confirmed });
  stage.world.write('requester-support-awaited', request.id, { requestId: request.id }, stage.times.now);
  stage.world.write('lead-support-asked', request.id, { requestId: request.id }, stage.times.now);
  return request.id;
};

/** Creates a request from a private address that the programme team refused. */
export const refused = (stage: Stage, setting: Setting): void => {
  const id = unsupported(stage, setting);
  const request = stage.world.requests.get(id);
  if (request === undefined || !isRequestIn('waiting-for-support')(request)) return;
  const at = stage.times.ago(1);
  const closed = refusedRequest(request, { offers: [], matches: [], practitioners: [] }, at).request;
  const decision = { by: 'Nina Team', why: 'The employer does not know this learner.', at };
  stage.world.keep({ request: { ...closed, decision } });
};

/**
 * Creates a request with a pending offer. Before that, up to two other DPPs declined their offer or let it
 * lapse.
 */
export const asked = (
  stage: Stage,
  setting: Setting,
  before: readonly ('declined' | 'lapsed')[] = [],
): void => {
  const { world, invent, times } = stage;
  const id = open(stage, setting);
  for (const [index, outcome] of before.entries()) {
    const offer = world.offer(id, times.ago(setting.askedDaysAgo - 1 - index * 2));
    if (offer === undefined) return;
    if (outcome === 'lapsed' && epochOf(offer.expiresAt) < epochOf(times.hoursAgo(20))) world.lapse(offer);
    else
      world.decline(
        offer,
        invent.pick(['no-time', 'no-place', 'too-far', 'outside-my-area', 'employer']),
        addHours(offer.madeAt, 5),
      );
  }
  const last = world.offer(id, times.hoursAgo(invent.whole(4, 19)));
  if (last !== undefined) {
    const { requestId, seatId, practitionerId } = last;
    world.write(
      'practitioner-offer-made',
      last.id,
      { offerId: last.id, requestId, seatId, practitionerId },
      times.now,
    );
  }
};

/**
 * Creates a request and the offers for its seats, all of which were accepted a day later.
 * @param seats maximum number of seats to fill
 * @returns the matches; there are fewer than `seats`, or none, if too few DPPs are eligible
 */
export const agreed = (stage: Stage, setting: Setting, seats = 9): readonly MatchIn<'agreed'>[] => {
  const { world, times } = stage;
  const id = open(stage, setting);
  const matches: MatchIn<'agreed'>[] = [];
  const vacant = () => world.requests.get(id)?.seats.some(({ state }) => state === 'vacant') === true;
  while (vacant() && matches.length < seats) {
    const offer = world.offer(id, times.ago(setting.askedDaysAgo - 1));
    if (offer === undefined) break;
    matches.push(world.accept(offer, addHours(offer.madeAt, 22)));
  }
  return matches;
};

/** Creates a request whose course has started. */
export const started = (stage: Stage, setting: Setting): readonly MatchIn<'started'>[] =>
  agreed(stage, setting).map((match) => stage.world.start(match));

/** Creates a request whose course is over, with feedback from the DPP and the learner. */
export const completed = (stage: Stage, setting: Setting, endedDaysAgo: number): void => {
  const { world, invent, times } = stage;
  for (const match of started(stage, setting)) {
    const at = times.ago(endedDaysAgo);
    const feedback = (comment: string) => ({ rating: invent.whole(4, 5), wouldAgain: true, comment });
    const learners = feedback('I could always ask, and saw a wide range of patients.');
    const practitioners = feedback('Well prepared, and quick to reflect.');
    const over = matchWithFeedback(world.complete(match, at), 'requester', learners, at);
    world.keep({ match: matchWithFeedback(over, 'practitioner', practitioners, at) });
  }
};
