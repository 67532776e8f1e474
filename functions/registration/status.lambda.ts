import { nearSupply } from '../matching/seats/near-supply.ts';
import { whatWouldHelp } from '../matching/seats/what-would-help.ts';
import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { roundForLearner } from '../matching/rounds/round-news.ts';
import { matchPages } from '../matching/matches/match-pages.ts';
import { takeBackRequest } from '../matching/matches/take-back-request.ts';
import { eraseRequest } from '../privacy/erasure/erase-request.ts';
import { organisationTrustRepository } from '../store/repositories/organisation-trust-repository.ts';
import { functionOrganisations } from '../store/function-organisations.ts';
import { formSecret } from '../web/journeys/form-secret.ts';
import { pauseRequest } from '../matching/matches/pause-request.ts';
import { containerOf } from './container.ts';
import { dataOfRequester } from '../privacy/export/personal-data.ts';
import { askForAddress } from './requests/ask-for-address.ts';
import { openRequests } from '../store/open-requests.ts';
import { nameLead } from './requests/name-lead.ts';
import { nameLearner } from './requests/name-learner.ts';
import { namingPages } from './requests/naming-pages.ts';
import { status } from './requests/status.ts';

const secrets = formSecret();

export const handler = httpFunction((functionSystem) => {
  const container = {
    ...containerOf(functionSystem),
    knownOrganisations: functionOrganisations(functionSystem),
    trust: organisationTrustRepository(functionSystem.table),
    secrets,
  };
  const { show, take, ...actions } = status({
    ...container,
    takeBack: takeBackRequest(container),
    matchPages: matchPages(container),
    pauseRequest: pauseRequest(container),
    // Loaded when somebody changes an answer, so that a visit to the page starts without it.
    changes: async () => {
      const { changesOf } = await import('./requests/changes-of.ts');
      return changesOf(container);
    },
    nameLead: nameLead(container),
    askForAddress: askForAddress(container),
    erase: eraseRequest(container),
    personalData: dataOfRequester(container),
    inRound: roundForLearner(container.table),
    whatHelps: whatWouldHelp({ system: functionSystem.system, supply: nearSupply(functionSystem) }),
  });
  const naming = namingPages({
    ...container,
    nameLearner: nameLearner({
      ...container,
      openRequests: openRequests(container.table, container.requests),
    }),
  });
  const { showAction, takeAction } = naming.besides(actions);
  return routesFor('registration/status', {
    'GET /status/{token}': show,
    'POST /status/{token}': take,
    'GET /status/{token}/{action}': showAction,
    'POST /status/{token}/{action}': takeAction,
  });
});
