import { matchPages } from '../matching/matches/match-pages.ts';
import { pauseRequest } from '../matching/matches/pause-request.ts';
import { takeBackRequest } from '../matching/matches/take-back-request.ts';
import { eraseRequest } from '../privacy/erasure/erase-request.ts';
import { dataOfRequester } from '../privacy/export/personal-data.ts';
import { functionOrganisations } from '../store/function-organisations.ts';
import type { FunctionSystem } from '../store/function-system.ts';
import { openRequests } from '../store/open-requests.ts';
import { organisationTrustRepository } from '../store/repositories/organisation-trust-repository.ts';
import type { ReadSecret } from '../platform/secrets/kept-secret.ts';
import { containerOf } from './container.ts';
import { askForAddress } from './requests/ask-for-address.ts';
import { changesOf } from './requests/changes-of.ts';
import { nameLead } from './requests/name-lead.ts';
import { nameLearner } from './requests/name-learner.ts';
import { namingPages } from './requests/naming-pages.ts';
import { statusActions } from './requests/status-actions.ts';

/**
 * Makes the handlers of all actions on a requester's own page. A visit to the page needs none of them, so that its function
 * loads this file when somebody acts.
 * @param secrets reads the secret that encrypts the answers of a form
 */
export const requesterActions = (functionSystem: FunctionSystem, secrets: ReadSecret) => {
  const container = {
    ...containerOf(functionSystem),
    knownOrganisations: functionOrganisations(functionSystem),
    trust: organisationTrustRepository(functionSystem.table),
    secrets,
  };
  const naming = namingPages({
    ...container,
    nameLearner: nameLearner({
      ...container,
      openRequests: openRequests(container.table, container.requests),
    }),
  });
  return naming.besides(
    statusActions({
      ...container,
      takeBack: takeBackRequest(container),
      matchPages: matchPages(container),
      pauseRequest: pauseRequest(container),
      changes: changesOf(container),
      nameLead: nameLead(container),
      askForAddress: askForAddress(container),
      erase: eraseRequest(container),
      personalData: dataOfRequester(container),
    }),
  );
};
