import { type Filters, hrefOf } from '../../../shared/directory/filters.ts';

/** Addresses of the files of all entries, which CloudFront serves from the bucket of files. */
export const ALL_JSON = '/open-data/directory.json';
export const ALL_CSV = '/open-data/directory.csv';

/** Returns the address at which the results of a search are downloaded as JSON or CSV. */
export const downloadOf = (format: 'json' | 'csv', filters: Filters): string => {
  const path = `/find-a-dpp/results.${format}`;
  const href = hrefOf(path, filters);
  if (href !== path) return href;
  return format === 'json' ? ALL_JSON : ALL_CSV;
};
