import { brandingOf } from '../../../site/src/branding.ts';
import { functionLog } from '../../platform/log.ts';
import { deployedSystems } from '../../store/deployed-systems.ts';
import type { FunctionSystem } from '../../store/function-system.ts';
import { madeOnce } from '../../store/made-once.ts';
import { answerRequests } from './answer-requests.ts';
import { functionDoor } from './door.ts';
import type { Route } from './route.ts';

/**
 * Creates the Lambda handler of routes that belong to a system. The routes of each system are made at its first
 * request and kept.
 */
export const httpFunction = (routesOf: (functionSystem: FunctionSystem) => readonly Route[]) => {
  const systems = deployedSystems();
  const routesFor = madeOnce(routesOf);
  return answerRequests({
    log: functionLog(),
    door: functionDoor(),
    servedFor: async (id) => {
      const found = await systems.find(id);
      return found === undefined
        ? undefined
        : {
            routes: routesFor(found),
            siteUrl: found.siteUrl,
            branding: brandingOf(found.system),
            sharedNetworks: found.sharedNetworks,
          };
    },
  });
};
