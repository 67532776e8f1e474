import { httpFunction } from '../platform/http/http-function.ts';
import { insightsContainer as container } from './insights-container.ts';
import { insights } from './insights.ts';

export const handler = httpFunction(
  [{ method: 'GET', path: '/insights', handler: insights(container) }],
  container,
);
