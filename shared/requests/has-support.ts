import type { SupervisionRequest } from './request.ts';

/** Whether the lead whom a request names has supported it, so that they hear what becomes of it. */
export const hasSupport = ({
  support,
  nmpLeadEmail,
}: Pick<SupervisionRequest, 'support' | 'nmpLeadEmail'>): boolean =>
  nmpLeadEmail !== undefined && support?.answer?.says === 'supports' && support.answer.counts;
