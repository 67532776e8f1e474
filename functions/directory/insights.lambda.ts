import { httpFunction } from '../web/http/http-function.ts';
import { insightsContainer as container } from './insights-container.ts';
import { insights } from './insights/insights.ts';

export const handler = httpFunction(
  [{ method: 'GET', path: '/insights', handler: insights(container) }],
  container,
);
