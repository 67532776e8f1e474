import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { insightsContainer } from './insights-container.ts';
import { insights } from './insights/insights.ts';

export const handler = httpFunction(
  routesFor('directory/insights', { 'GET /insights': insights(insightsContainer) }),
  insightsContainer,
);
