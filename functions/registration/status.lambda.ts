import { nearSupply } from '../matching/seats/near-supply.ts';
import { whatWouldHelp } from '../matching/seats/what-would-help.ts';
import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { roundForLearner } from '../matching/rounds/round-news.ts';
import { matchPages } from '../matching/matches/match-pages.ts';
import { takeBackRequest } from '../matching/matches/take-back-request.ts';
import { eraseRequest } from '../privacy/erasure/erase-request.ts';
import { containerOf } from './container.ts';
import { dataOfRequester } from '../privacy/export/personal-data.ts';
import { askForAddress } from './requests/ask-for-address.ts';
import { nameLead } from './requests/name-lead.ts';
import { status } from './requests/status.ts';

export const handler = httpFunction((functionSystem) => {
  const container = containerOf(functionSystem);
  const { show, take, showAction, takeAction } = status({
    ...container,
    takeBack: takeBackRequest(container),
    matchPages: matchPages(container),
    nameLead: nameLead(container),
    askForAddress: askForAddress(container),
    erase: eraseRequest(container),
    personalData: dataOfRequester(container),
    inRound: roundForLearner(container.table),
    whatHelps: whatWouldHelp({ system: functionSystem.system, supply: nearSupply(functionSystem) }),
  });
  return routesFor('registration/status', {
    'GET /status/{token}': show,
    'POST /status/{token}': take,
    'GET /status/{token}/{action}': showAction,
    'POST /status/{token}/{action}': takeAction,
  });
});
