import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { insightsContainerOf } from './insights-container.ts';
import { insights } from './insights/insights.ts';

export const handler = httpFunction((functionSystem) =>
  routesFor('directory/insights', { 'GET /insights': insights(insightsContainerOf(functionSystem)) }),
);
