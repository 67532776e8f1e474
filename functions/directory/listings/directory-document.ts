import type { Filters, ParsedFilters } from '../../../shared/directory/filters.ts';
import { hrefOf } from '../../../shared/directory/filters.ts';
import {
  type DirectoryFile,
  type DirectoryPage,
  LICENCE,
  publishedOf,
} from '../../../shared/directory/open-data.ts';
import { paginate } from '../../../shared/kernel/paginate.ts';
import { type Found, searchDirectory } from '../../../shared/directory/search.ts';
import type { Snapshot } from './directory-snapshot.ts';

const aboutOf = ({ directory: { system } }: Snapshot): string =>
  `Designated prescribing practitioners (DPPs) in ${system.name} who agreed to be listed. ` +
  'To find a DPP to supervise you, send a request. Do not contact DPPs directly.';

const notesOf = ({ notes, nearError }: ParsedFilters): string[] => [
  ...(nearError === undefined ? [] : [nearError.words]),
  ...notes,
];

const envelope = (parsed: ParsedFilters, snapshot: Snapshot, site: string, total: number) => ({
  about: aboutOf(snapshot),
  documentation: `${site}/open-data/`,
  licence: LICENCE,
  generatedAt: snapshot.at,
  notes: notesOf(parsed),
  total,
});

const published = (found: readonly Found[], site: string) => found.map((one) => publishedOf(one, site));

/** Makes a file of all results. */
export const directoryFile = (parsed: ParsedFilters, snapshot: Snapshot, site: string): DirectoryFile => {
  const { found } = searchDirectory(snapshot.directory, parsed.filters);
  return {
    ...envelope(parsed, snapshot, site, found.length),
    practitioners: published(found.slice(), site),
  };
};

/**
 * Makes one page of results, with links to the previous and next pages.
 * @param path path of the request, for the links
 */
export const directoryPage = (
  parsed: ParsedFilters,
  snapshot: Snapshot,
  site: string,
  path: string,
): DirectoryPage => {
  const { filters } = parsed;
  const { items, page, pages, total } = paginate(
    searchDirectory(snapshot.directory, filters).found,
    filters.page,
  );
  const link = (to: Filters['page']): string => `${site}${hrefOf(path, { ...filters, page: to })}`;
  return {
    ...envelope(parsed, snapshot, site, total),
    page,
    pages,
    links: {
      self: link(page),
      ...(page < pages ? { next: link(page + 1) } : {}),
      ...(page > 1 ? { previous: link(page - 1) } : {}),
    },
    practitioners: published(items, site),
  };
};
