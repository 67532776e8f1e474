import { type RequestIn, requestMachine, type SupervisionRequest, type Support } from './request.ts';
import { seatsWanted } from './seats-wanted.ts';
import type { Instant } from '../kernel/time.ts';

/** The address of a named prescribing lead. */
interface Lead {
  readonly name: string;
  readonly email: string;
}

type Decision = NonNullable<SupervisionRequest['decision']>;
type Answer = NonNullable<Support['answer']>;
type Waiting = RequestIn<'waiting-for-support'>;

/** The prescribing lead whom a request names; undefined if it names none, or one without an address. */
export const namedLead = ({
  nmpLeadName,
  nmpLeadEmail,
}: Pick<SupervisionRequest, 'nmpLeadName' | 'nmpLeadEmail'>): Lead | undefined =>
  nmpLeadEmail === undefined ? undefined : { name: nmpLeadName ?? nmpLeadEmail, email: nmpLeadEmail };

/**
 * Records that the address of a request is confirmed, and lets it wait until somebody supports it. If a lead is named,
 * they are asked now.
 */
export const awaitingSupport = (request: RequestIn<'unconfirmed'>, now: Instant): Waiting => ({
  ...request,
  state: requestMachine.unconfirmed['await-support'],
  confirmedAt: now,
  support: { since: now, ...(namedLead(request) === undefined ? {} : { askedAt: now }) },
  updatedAt: now,
});

/**
 * Lets an open request wait for support again, because it now says something else than was supported. If a lead is named,
 * they are asked now. It keeps its place in the queue.
 */
export const awaitingSupportAgain = (request: RequestIn<'open' | 'paused'>, now: Instant): Waiting => ({
  ...request,
  state: requestMachine[request.state]['await-support'],
  support: { since: now, ...(namedLead(request) === undefined ? {} : { askedAt: now }), againSince: now },
  updatedAt: now,
});

/** The seats of a request that opens: those that it had, if it was open before. */
const seatsOf = (request: SupervisionRequest): SupervisionRequest['seats'] =>
  request.seats.length > 0 ? request.seats : seatsWanted(request, request.id);

/** Opens a request that has waited for support, with the seats that the learner's profession requires. */
export const supportedRequest = (request: Waiting, now: Instant): RequestIn<'open'> => ({
  ...request,
  state: requestMachine['waiting-for-support'].support,
  seats: seatsOf(request),
  updatedAt: now,
});

/** Records what a lead answered. Opens nothing: `supportedRequest` does if the answer counts. */
export const withSupportAnswer = (request: Waiting, answer: Answer): Waiting => ({
  ...request,
  support: { since: answer.at, ...request.support, answer },
  updatedAt: answer.at,
});

/** Names another lead, who is asked instead of the former one. */
export const withLeadNamed = (request: Waiting, { name, email }: Lead, now: Instant): Waiting => {
  const { answer, ...support } = request.support ?? { since: now };
  return {
    ...request,
    nmpLeadName: name,
    nmpLeadEmail: email,
    support: { ...support, askedAt: now },
    updatedAt: now,
  };
};

/** Opens a request for the programme team: one that waits for support, or one that is held back. */
export const openedByTeam = (
  request: RequestIn<'unconfirmed' | 'waiting-for-support'>,
  decision: Decision,
): RequestIn<'open'> => ({
  ...request,
  state:
    request.state === 'unconfirmed'
      ? requestMachine.unconfirmed['confirm-email']
      : requestMachine['waiting-for-support'].support,
  seats: seatsOf(request),
  decision,
  confirmedAt: request.confirmedAt ?? decision.at,
  updatedAt: decision.at,
});
