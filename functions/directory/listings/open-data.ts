import { gunzipSync } from 'node:zlib';
import { type ParsedFilters, parseFilters } from '../../../shared/directory/filters.ts';
import { directoryCsv } from '../../../shared/directory/open-data.ts';
import { searchDirectory } from '../../../shared/directory/search.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { PublishedFiles } from '../../store/published-files.ts';
import type { HttpHandler, HttpReply, HttpRequest } from '../../web/http/http-message.ts';
import { problem, problemOf } from '../../web/http/problem.ts';
import { publicReply } from '../../web/http/public-reply.ts';
import { compressedFile, file } from '../../web/http/reply.ts';
import { directoryFile, directoryPage } from './directory-document.ts';
import type { DirectorySnapshot, Snapshot } from './directory-snapshot.ts';

export interface Deps {
  readonly system: ServiceSystem;
  readonly snapshot: DirectorySnapshot;
  readonly files: PublishedFiles;
  readonly siteUrl: string;
}

/** A format in which all results are downloaded. */
interface Format {
  readonly part: 'json' | 'csv';
  readonly contentType: string;
  readonly fileName?: string;
  readonly bodyOf: (parsed: ParsedFilters, snapshot: Snapshot, siteUrl: string) => string;
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** Maximum number of results in a file that a function makes, so that its answer is below Lambda's 6 MB. */
const MOST_IN_ONE_ANSWER = 4_000;

/**
 * Answers with a file of all results. Without filters, this is a file that the builder published, sent compressed as it
 * is stored. With filters, the file is made for the request, and refused if it would be too large.
 */
const download =
  (
    { part, contentType, fileName, bodyOf }: Format,
    { system, snapshot, files, siteUrl }: Deps,
  ): HttpHandler =>
  async (request: HttpRequest): Promise<HttpReply> => {
    const about = { contentType, ...(fileName === undefined ? {} : { fileName }) };
    const asked = Object.values(request.query).flat();
    if (asked.length === 0) {
      const stored = await files(({ compressed }) => compressed(part));
      if (stored !== undefined && request.acceptsGzip)
        return publicReply(compressedFile({ ...about, gzip: stored }));
      if (stored !== undefined)
        return publicReply(file({ ...about, body: gunzipSync(stored).toString('utf8') }));
    }
    const parsed = parseFilters(request.query, system);
    const now = await snapshot({ text: parsed.filters.text !== undefined });
    const { length } = searchDirectory(now.directory, parsed.filters).found;
    if (length > MOST_IN_ONE_ANSWER) return problem(request, problemOf('answer-too-large'));
    return publicReply(file({ ...about, body: bodyOf(parsed, now, siteUrl) }));
  };

/** `GET /open-data/directory.json`: all results in one file. */
export const openDataJson = (deps: Deps): HttpHandler =>
  download(
    {
      part: 'json',
      contentType: JSON_TYPE,
      bodyOf: (parsed, snapshot, siteUrl) => JSON.stringify(directoryFile(parsed, snapshot, siteUrl)),
    },
    deps,
  );

/** `GET /open-data/directory.csv`: all results as CSV, escaped so that a spreadsheet runs no cell as a formula. */
export const openDataCsv = (deps: Deps): HttpHandler =>
  download(
    {
      part: 'csv',
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
  async ({ query, path }) => {
    const parsed = parseFilters(query, system);
    const now = await snapshot({ text: parsed.filters.text !== undefined });
    return publicReply(
      file({ body: JSON.stringify(directoryPage(parsed, now, siteUrl, path)), contentType: JSON_TYPE }),
    );
  };
