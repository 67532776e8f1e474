import { capabilitiesOf } from './capabilities-of.ts';

/** Functions that answer the health check and requests for unknown paths. */
export const web = capabilitiesOf('web', [
  {
    verb: 'health',
    effect: 'Monitoring cannot tell whether the service is up.',
    table: ['get'],
    settings: ['VERSION'],
    servesDeployment: true,
  },
  {
    verb: 'not-found',
    effect: 'People who follow a wrong address see a bare error instead of a helpful page.',
    takesUnknownPaths: true,
    table: [],
    settings: [],
  },
]);
