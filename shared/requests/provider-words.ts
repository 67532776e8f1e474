import type { SupervisionRequest } from './request.ts';

/** Names who runs the course: "university", or "training provider" where no university is involved. */
export const providerWords = ({ university }: Pick<SupervisionRequest, 'university'>): string =>
  university === undefined ? 'training provider' : 'university';
