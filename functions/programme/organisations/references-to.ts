import { type Practitioner, presentPractitionerStates } from '../../../shared/people/practitioner.ts';
import { type Match, matchStates } from '../../../shared/matches/match.ts';
import { presentRequestStates, type SupervisionRequest } from '../../../shared/requests/request.ts';
import type { OrganisationDeps } from './organisation-deps.ts';

/** The records that name some organisation. */
export interface References {
  readonly practitioners: readonly Practitioner[];
  readonly requests: readonly SupervisionRequest[];
  readonly matches: readonly Match[];
}

/** Reads everything that names some organisation, from the lists of all states. */
export const referencesTo = async (
  { practitioners, requests, matches }: Pick<OrganisationDeps, 'practitioners' | 'requests' | 'matches'>,
  isOne: (organisation: { readonly id: string }) => boolean,
): Promise<References> => {
  const [people, asked, agreed] = await Promise.all([
    Promise.all(presentPractitionerStates.map((state) => practitioners.inState(state))),
    Promise.all(presentRequestStates.map((state) => requests.inState(state))),
    Promise.all(matchStates.map((state) => matches.inState(state))),
  ]);
  return {
    practitioners: people.flat().filter(({ organisation }) => isOne(organisation)),
    requests: asked.flat().filter(({ organisation }) => isOne(organisation)),
    matches: agreed.flat().filter(({ home, host }) => isOne(home) || isOne(host)),
  };
};
