import { httpFunction } from '../web/http/http-function.ts';
import { routesFor } from '../web/http/routes-for.ts';
import { insightsContainer as container } from './insights-container.ts';
import { insights } from './insights/insights.ts';

export const handler = httpFunction(
  routesFor('directory/insights', { 'GET /insights': insights(container) }),
  container,
);
