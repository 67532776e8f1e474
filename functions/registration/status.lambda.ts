import { loadLater } from '../platform/load-later.ts';
import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { roundForLearner } from '../matching/rounds/round-news.ts';
import { formSecret } from '../web/journeys/form-secret.ts';
import { containerOf } from './container.ts';
import { status } from './requests/status.ts';

const secrets = formSecret();

export const handler = httpFunction((functionSystem) => {
  const container = containerOf(functionSystem);
  const { show, take } = status({
    ...container,
    inRound: roundForLearner(container.table),
    whatHelps: loadLater(async () => {
      const { whatWouldHelp } = await import('../matching/seats/what-would-help.ts');
      const { nearSupply } = await import('../matching/seats/near-supply.ts');
      return whatWouldHelp({ system: functionSystem.system, supply: nearSupply(functionSystem) });
    }),
  });
  const actions = loadLater(async () => {
    const { requesterActions } = await import('./requester-actions.ts');
    const made = requesterActions(functionSystem, secrets);
    return () => made;
  });
  return routesFor('registration/status', {
    'GET /status/{token}': show,
    'POST /status/{token}': take,
    'GET /status/{token}/{action}': async (request) => (await actions()).showAction(request),
    'POST /status/{token}/{action}': async (request) => (await actions()).takeAction(request),
  });
});
