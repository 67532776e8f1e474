import * as z from 'zod';
import { contributionSchema } from '../offers/offer.ts';
import { type Practitioner, practitionerSchema } from '../people/practitioner.ts';
import { requestSchema, type SupervisionRequest } from '../requests/request.ts';
import { daySchema } from '../kernel/time.ts';
import type { DeclaredConflict } from '../requests/declared-conflict.ts';
import { judgeLearner, judgeTies } from '../requests/learner-tie.ts';
import { withUnknownKeys } from '../kernel/unknown-keys.ts';

/** A seat that is already offered or filled, with the contributions of that choice. */
export const keptSchema = z.strictObject({
  requestId: z.string(),
  seatId: z.string(),
  practitionerId: z.string(),
  contributions: z.array(contributionSchema),
});
export type Kept = z.infer<typeof keptSchema>;

export const snapshotSchema = z.strictObject({
  day: daySchema,
  requests: z.array(requestSchema),
  practitioners: z.array(practitionerSchema),
  kept: z.array(keptSchema),
  /** Balance of learners between organisations at the start of the round: see `JudgeContext`. */
  balances: z.record(z.string(), z.number()),
  /** Ids of the requests for which an earlier round found no place. */
  carriedOver: z.array(z.string()),
});
/**
 * All inputs of a round, without names, addresses, numbers or free text. Kept for ever to check the round, so
 * it must contain nothing that an erasure would have to remove.
 */
export type Snapshot = z.infer<typeof snapshotSchema>;

const REDACTED = '';

// Drops fields that these schemas do not name, because such a field could contain personal data.
const requestFacts = withUnknownKeys(
  requestSchema.omit({
    learnerName: true,
    registrationNumber: true,
    tieDecisions: true,
    tiesAsked: true,
    nmpLeadName: true,
    nmpLeadEmail: true,
    canOffer: true,
    designatedSupervisorName: true,
    designatedSupervisorEmail: true,
    rotation: true,
  }),
  'dropped',
);
const practitionerFacts = withUnknownKeys(
  practitionerSchema.omit({
    phone: true,
    justification: true,
    employerApprover: true,
    employerApproverEmail: true,
    namedTold: true,
    conflictsDeclared: true,
    backUpName: true,
    backUpEmail: true,
    nextYearReason: true,
  }),
  'dropped',
);

const byId = <Noun extends { readonly id: string }>(nouns: readonly Noun[]): Noun[] =>
  nouns.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/**
 * Finds the practitioners with whom a request has a tie, and those with whom one is unclear. Found before the snapshot is
 * made, because a snapshot has no names or addresses to compare.
 */
const tiesOf = (request: SupervisionRequest, practitioners: readonly Practitioner[]) => {
  const conflicts: DeclaredConflict[] = [];
  const unclear: string[] = [];
  for (const practitioner of byId(practitioners)) {
    const { id: practitionerId } = practitioner;
    const { standing, kinds } = judgeTies(request, practitioner);
    if (standing === 'unclear') unclear.push(practitionerId);
    if (standing === 'upheld')
      for (const kind of kinds)
        conflicts.push({
          // The team said that the practitioner is the learner: no kind of a conflict fits, and any keeps them apart.
          kind: kind === 'learner' ? 'relative-or-close-tie' : kind,
          practitionerId,
          decision: { is: 'undecided' },
        });
  }
  return { conflicts, unclear };
};

const pseudonymisedRequest = (
  request: SupervisionRequest,
  practitioners: readonly Practitioner[],
): SupervisionRequest => {
  const self = practitioners.find((one) => judgeLearner(request, one) === 'same');
  const { conflicts, unclear } = tiesOf(request, practitioners);
  return {
    ...requestFacts.parse(request),
    requesterName: REDACTED,
    // If the learner is also registered as a practitioner, the request and the registration get the same
    // pseudonymous address, so that the two still count as one person.
    email: self === undefined ? `request:${request.id}` : `practitioner:${self.id}`,
    scope: REDACTED,
    conflicts,
    ...(unclear.length === 0 ? {} : { unclearTies: unclear }),
    exclusions: request.exclusions.map(({ practitionerId }) => ({ practitionerId, reason: REDACTED })),
    ...(request.onePersonReason === undefined ? {} : { onePersonReason: REDACTED }),
  };
};

const pseudonymisedPractitioner = (practitioner: Practitioner): Practitioner => ({
  ...practitionerFacts.parse(practitioner),
  name: REDACTED,
  email: `practitioner:${practitioner.id}`,
  registrationNumber: REDACTED,
  ...(practitioner.check === undefined
    ? {}
    : { check: { ...practitioner.check, by: REDACTED, seen: REDACTED } }),
});

export interface SnapshotFacts extends Omit<Snapshot, 'requests' | 'practitioners' | 'kept' | 'carriedOver'> {
  readonly requests: readonly SupervisionRequest[];
  readonly practitioners: readonly Practitioner[];
  readonly kept: readonly Kept[];
  readonly carriedOver: readonly string[];
}

/** Removes personal data from the facts. Sorts by id, so that the same facts give the same bytes. */
export const snapshotOf = ({
  requests,
  practitioners,
  kept,
  carriedOver,
  ...rest
}: SnapshotFacts): Snapshot => ({
  ...rest,
  requests: byId(requests.map((request) => pseudonymisedRequest(request, practitioners))),
  practitioners: byId(practitioners.map(pseudonymisedPractitioner)),
  kept: kept.toSorted((a, b) => (a.seatId < b.seatId ? -1 : 1)),
  carriedOver: carriedOver.toSorted(),
});
