import * as z from 'zod';
import { answersOffers, waitForSilent } from './answers-offers.ts';
import { clinicalArea, otherArea } from './clinical-area.ts';
import { detailsConfirmed, waitForConfirmation } from './details-confirmed.ts';
import { hours, otherDates } from './hours.ts';
import { listed } from './listed.ts';
import { maySignOff } from './may-sign-off.ts';
import { noConflict } from './no-conflict.ts';
import { notExcluded } from './not-excluded.ts';
import { notSelf } from './not-self.ts';
import { notTried } from './not-tried.ts';
import { offersSeat } from './offers-seat.ts';
import { onePerCohort } from './one-per-cohort.ts';
import { oneSeatEach } from './one-seat-each.ts';
import { patientFacing } from './patient-facing.ts';
import { pendingOffers, waitForAnswers } from './pending-offers.ts';
import { placeFree, waitForPlace } from './place-free.ts';
import { placeNotAskedAbout, waitForAnswer } from './place-not-asked-about.ts';
import { registerChecked } from './register-checked.ts';
import type { Unmet } from './requirement.ts';
import { supervisesLearnerType } from './supervises-learner-type.ts';
import { supervisesProfession } from './supervises-profession.ts';
import { tieUnclear } from './tie-unclear.ts';
import {
  acceptRemote,
  straightMiles,
  travelFurther,
  travelFurtherInMiles,
  travelTime,
} from './travel-time.ts';

/** The hard requirements, in the order in which unmet ones are listed to people. */
export const requirements = [
  listed,
  detailsConfirmed,
  registerChecked,
  supervisesProfession,
  supervisesLearnerType,
  offersSeat,
  maySignOff,
  patientFacing,
  clinicalArea,
  notSelf,
  noConflict,
  tieUnclear,
  notExcluded,
  notTried,
  oneSeatEach,
  travelTime,
  hours,
  placeFree,
  placeNotAskedAbout,
  pendingOffers,
  answersOffers,
  onePerCohort,
] as const;

/**
 * The same requirements, in order of the cost of checking them. The cheapest ones depend on few facts about a
 * practitioner and decide most pairs.
 */
export const requirementsByCost = requirements.toSorted(
  (a, b) => Number(a.kind === undefined) - Number(b.kind === undefined),
);

export const requirementNames = requirements.map(({ name }) => name);
export type RequirementName = (typeof requirementNames)[number];

/** Requirements that earlier policies had. Stored plans name them. */
export const formerRequirements = [straightMiles] as const;
export type UnmetRequirement = Unmet<RequirementName>;

/** The policy numbers of all requirements. */
export const requirementWeights = { ...detailsConfirmed.weights, ...registerChecked.weights };

/** The changes that would make more practitioners eligible, in the order in which learners read them. */
export const nearMisses = [
  travelFurther,
  travelFurtherInMiles,
  acceptRemote,
  otherDates,
  otherArea,
  waitForPlace,
  waitForAnswer,
  waitForAnswers,
  waitForSilent,
  waitForConfirmation,
] as const;

/**
 * One change that would make more practitioners eligible, and the number of these practitioners. Contains no
 * names, because learners must not see names.
 */
export const nearMissSchema = z.union(nearMisses.map(({ schema }) => schema));
export type NearMiss = z.infer<typeof nearMissSchema>;
