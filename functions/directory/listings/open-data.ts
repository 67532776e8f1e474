import { parseFilters } from '../../../shared/directory/filters.ts';
import { directoryCsv } from '../../../shared/directory/open-data.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { HttpHandler } from '../../web/http/http-message.ts';
import { file } from '../../web/http/reply.ts';
import { directoryFile, directoryPage } from './directory-document.ts';
import type { Snapshot } from './directory-snapshot.ts';
import { publicReply } from '../../web/http/public-reply.ts';

export interface Deps {
  readonly system: ServiceSystem;
  readonly snapshot: () => Promise<Snapshot>;
  readonly siteUrl: string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

const json = (document: unknown) =>
  publicReply(file({ body: JSON.stringify(document), contentType: JSON_TYPE }));

/** `GET /open-data/directory.json`: all results in one file. */
export const openDataJson =
  ({ system, snapshot, siteUrl }: Deps): HttpHandler =>
  async ({ query }) =>
    json(directoryFile(parseFilters(query, system), await snapshot(), siteUrl));

/** `GET /api/v1/directory`: the results in pages of 20. */
export const directoryApi =
  ({ system, snapshot, siteUrl }: Deps): HttpHandler =>
  async ({ query, path }) =>
    json(directoryPage(parseFilters(query, system), await snapshot(), siteUrl, path));

/** `GET /open-data/directory.csv`: all results as CSV, escaped so that a spreadsheet runs no cell as a formula. */
export const openDataCsv =
  ({ system, snapshot, siteUrl }: Deps): HttpHandler =>
  async ({ query }) => {
    const { directory } = await snapshot();
    const { found } = searchDirectory(directory, parseFilters(query, system).filters);
    return publicReply(
      file({
        body: directoryCsv(found.slice(), siteUrl),
        contentType: 'text/csv; charset=utf-8',
        fileName: 'dpp-directory.csv',
      }),
    );
  };
