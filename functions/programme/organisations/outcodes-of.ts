import type { References } from './references-to.ts';

/** Lists the outcodes from which people named an organisation, each once. */
export const outcodesOf = (
  { practitioners, requests }: Pick<References, 'practitioners' | 'requests'>,
  organisationId: string,
): readonly string[] => [
  ...new Set([
    ...practitioners
      .filter(({ organisation }) => organisation.id === organisationId)
      .flatMap(({ sites: [site] }) => site?.outcode ?? []),
    ...requests
      .filter(({ organisation }) => organisation.id === organisationId)
      .map(({ site }) => site.outcode),
  ]),
];
