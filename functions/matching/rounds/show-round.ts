import type { Practitioner } from '../../../shared/people/practitioner.ts';
import { type SupervisionRequest } from '../../../shared/requests/request.ts';
import { accepted, refused, type Result } from '../../../shared/kernel/result.ts';
import type { Round } from '../../../shared/rounds/round.ts';
import { wordsOf } from '../../../shared/reference/reference-words.ts';
import {
  bottleneckInWords,
  type Names,
  planToLearner,
  whyNobodyToTeam,
  whyNotBetterToTeam,
  whyPairToTeam,
} from '../../../shared/rounds/explain-round.ts';
import type { PlaceNames } from '../../../shared/geography/geography.ts';
import { isDriveKnown } from '../../../shared/rounds/stage-pairs.ts';
import type { RoundPlan } from '../../../shared/rounds/round-plan.ts';
import { roundRepository } from '../../store/repositories/round-repository.ts';
import { readManyNouns } from '../../store/read-many-nouns.ts';
import { planDocuments } from '../../store/plan-documents.ts';
import type { RoundDeps } from './round-deps.ts';
import { type RoundHeader, roundHeader } from './round-header.ts';

/** A planned seat as the team sees it, with names. */
export interface SeatView {
  readonly seatId: string;
  readonly role: string;
  readonly hours: number;
  readonly dpp?: { readonly id: string; readonly name: string; readonly organisation: string };
  readonly points?: number;
  readonly minutes?: number | undefined;
  readonly miles?: number;
  readonly kept?: boolean;
  readonly why: readonly string[];
}

export interface LearnerView {
  readonly requestId: string;
  readonly learner: string;
  readonly profession: string;
  readonly organisation: string;
  /** Whether all seats are taken, so that the learner gets all the hours that they need. */
  readonly complete: boolean;
  readonly hours: string;
  readonly seats: readonly SeatView[];
}

export interface RoundView {
  readonly round: RoundHeader;
  readonly learners: readonly LearnerView[];
  /** DPPs and quotas without free places, each with the number of unplaced learners for whom it is a bottleneck. */
  readonly bottlenecks: readonly { readonly at: string; readonly learners: number }[];
}

const NOBODY = 'no longer there';

const learnerName = ({ learnerName: learner, requesterName }: SupervisionRequest): string =>
  learner ?? requesterName;

const viewOf = (
  round: Round,
  plan: RoundPlan,
  requests: ReadonlyMap<string, SupervisionRequest>,
  practitioners: ReadonlyMap<string, Practitioner>,
  { placeName }: PlaceNames,
): RoundView => {
  const names: Names = {
    learner: (id) => {
      const request = requests.get(id);
      return request === undefined ? NOBODY : learnerName(request);
    },
    practitioner: (id) => practitioners.get(id)?.name ?? NOBODY,
    placeName,
  };
  const given = new Map(plan.assignments.map((one) => [one.seatId, one]));
  const missing = new Map(plan.unplaced.map((one) => [one.seatId, one]));
  return {
    round: roundHeader(round),
    learners: plan.outcomes.map(({ requestId, profession, hours, hoursPlaced, seats, seatsPlaced }) => {
      const request = requests.get(requestId);
      return {
        requestId,
        learner: names.learner(requestId),
        profession: wordsOf(profession),
        organisation: request?.organisation.name ?? NOBODY,
        complete: seats === seatsPlaced,
        hours: `${hoursPlaced} of ${hours}`,
        seats: (request?.seats ?? []).map(({ id: seatId, role, hours: seatHours }): SeatView => {
          const about = { seatId, role: wordsOf(role), hours: seatHours };
          const one = given.get(seatId);
          const none = missing.get(seatId);
          if (one !== undefined) {
            const { practitionerId, points, minutes, miles, kept } = one;
            const dpp = {
              id: practitionerId,
              name: names.practitioner(practitionerId),
              organisation: practitioners.get(practitionerId)?.organisation.name ?? NOBODY,
            };
            return {
              ...about,
              dpp,
              points,
              ...(isDriveKnown(one) ? { minutes, miles } : {}),
              kept,
              why: [...whyPairToTeam(one, names), ...whyNotBetterToTeam(one, plan, names)],
            };
          }
          return { ...about, why: none === undefined ? [] : whyNobodyToTeam(none, plan, names) };
        }),
      };
    }),
    bottlenecks: plan.bottlenecks.map(({ id, kind, learners }) => ({
      at: bottleneckInWords(id, kind, names),
      learners,
    })),
  };
};

export type ShowRefusal = 'round-unknown' | 'round-without-plan' | 'request-unknown';

/** Shows a planned round to the team, with current names, or to one learner, with counts only. */
export const showRound = ({ table, system }: Pick<RoundDeps, 'table' | 'system'>) => {
  const rounds = roundRepository(table);
  const documents = planDocuments(table);
  const load = async (
    id: string,
  ): Promise<Result<{ readonly round: Round; readonly plan: RoundPlan }, ShowRefusal>> => {
    const round = await rounds.find(id);
    if (round === undefined) return refused('round-unknown');
    if (round.plan?.summary === undefined) return refused('round-without-plan');
    return accepted({ round, plan: await documents.result(round, round.plan) });
  };
  return {
    team: async (id: string): Promise<Result<RoundView | { readonly round: RoundHeader }, ShowRefusal>> => {
      const found = await rounds.find(id);
      if (found !== undefined && found.plan?.summary === undefined)
        return accepted({ round: roundHeader(found) });
      const loaded = await load(id);
      if (!loaded.ok) return loaded;
      const { round, plan } = loaded.value;
      const { requests, practitioners } = await readManyNouns(table, {
        requests: plan.outcomes.map(({ requestId }) => requestId),
        practitioners: [
          ...plan.assignments.flatMap(({ practitionerId, passedOver }) => [
            practitionerId,
            ...passedOver.map((one) => one.practitionerId),
          ]),
          ...plan.bottlenecks.filter(({ kind }) => kind === 'practitioner').map((one) => one.id),
          ...plan.unplaced.flatMap(({ smallestChange, bottlenecks }) => [
            ...bottlenecks,
            ...(smallestChange?.examples ?? []).map(({ practitionerId }) => practitionerId),
          ]),
        ],
      });
      return accepted(viewOf(round, plan, requests, practitioners, system.geography));
    },
    learner: async (id: string, requestId: string) => {
      const loaded = await load(id);
      if (!loaded.ok) return loaded;
      const seats = planToLearner(loaded.value.plan, requestId);
      return seats.length === 0 ? refused('request-unknown' as const) : accepted({ requestId, seats });
    },
  };
};
