import { type ParsedFilters, parseFilters } from '../../../shared/directory/filters.ts';
import { directoryCsv } from '../../../shared/directory/open-data.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { publicReply } from '../../web/http/public-reply.ts';
import { file, redirect } from '../../web/http/reply.ts';
import { directoryFile, directoryPage } from './directory-document.ts';
import { ALL_CSV, ALL_JSON } from './download-of.ts';
import type { DirectorySnapshot, Snapshot } from './directory-snapshot.ts';

export interface Deps {
  readonly system: ServiceSystem;
  readonly snapshot: DirectorySnapshot;
  readonly siteUrl: string;
}

/** A format in which results are downloaded. */
interface Format {
  /** Address of the file with all entries, which CloudFront serves. */
  readonly everything: string;
  readonly contentType: string;
  readonly fileName?: string;
  readonly bodyOf: (parsed: ParsedFilters, snapshot: Snapshot, siteUrl: string) => string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Maximum number of results in a file that a function makes, so that its answer is below Lambda's 6 MB. */
const MOST_IN_ONE_ANSWER = 4_000;

/**
 * Answers with a file of the results of a search, made for the request, or with a refusal if it would be too large. If
 * nothing was asked, leads to the file of all entries.
 */
const download =
  ({ everything, contentType, fileName, bodyOf }: Format, { system, snapshot, siteUrl }: Deps): HttpHandler =>
  async (request: HttpRequest): Promise<HttpReply> => {
    if (Object.values(request.query).flat().length === 0) return publicReply(redirect(everything));
    const parsed = parseFilters(request.query, system);
    const now = await snapshot({ text: parsed.filters.text !== undefined });
    if (now === undefined) return problem(request, problemOf('not-published-yet'));
    const { length } = searchDirectory(now.directory, parsed.filters).found;
    if (length > MOST_IN_ONE_ANSWER) return problem(request, problemOf('answer-too-large'));
    const about = { contentType, ...(fileName === undefined ? {} : { fileName }) };
    return publicReply(file({ ...about, body: bodyOf(parsed, now, siteUrl) }));
  };

/** `GET /find-a-dpp/results.json`: the results of a search in one file. */
export const resultsJson = (deps: Deps): HttpHandler =>
  download(
    {
      everything: ALL_JSON,
      contentType: JSON_TYPE,
      bodyOf: (parsed, snapshot, siteUrl) => JSON.stringify(directoryFile(parsed, snapshot, siteUrl)),
    },
    deps,
  );

/** `GET /find-a-dpp/results.csv`: the results as CSV, escaped so that a spreadsheet runs no cell as a formula. */
export const resultsCsv = (deps: Deps): HttpHandler =>
  download(
    {
      everything: ALL_CSV,
      contentType: 'text/csv; charset=utf-8',
      fileName: 'dpp-directory.csv',
      bodyOf: ({ filters }, { directory }, siteUrl) =>
        directoryCsv(searchDirectory(directory, filters).found.slice(), siteUrl),
    },
    deps,
  );

/** `GET /api/v1/directory`: the results in pages of 20. */
export const directoryApi =
  ({ system, snapshot, siteUrl }: Deps): HttpHandler =>
  async (request) => {
    const { query, path } = request;
    const parsed = parseFilters(query, system);
    const now = await snapshot({ text: parsed.filters.text !== undefined });
    if (now === undefined) return problem(request, problemOf('not-published-yet'));
    return publicReply(
      file({ body: JSON.stringify(directoryPage(parsed, now, siteUrl, path)), contentType: JSON_TYPE }),
    );
  };
