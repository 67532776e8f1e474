import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvRows } from '../../shared/kernel/csv-rows.ts';
import {
  type PublishedOrganisations,
  publishedOrganisationsSchema,
} from '../../shared/systems/published-organisations.ts';
import { systemFileSchema } from '../../shared/systems/system-file.ts';
import type { OrganisationSources } from '../../shared/systems/organisations/known-organisation.ts';

/** The path starts at the project's root, because some tests run from a bundle in another folder. */
const textOf = (name: string): string =>
  readFileSync(join('shared/reference/systems/kent-and-medway', name), 'utf8');

const cells = (name: string, columns: readonly string[]): readonly (readonly (string | undefined)[])[] =>
  csvRows(textOf(name)).map((row) => columns.map((column) => row[column]));

const published: PublishedOrganisations = publishedOrganisationsSchema.parse({
  organisations: cells(
    'organisations.csv',
    'ods_code name kind postcode outcode town place parent_ods status as_of closed_on address'.split(' '),
  ),
  aliases: cells('aliases.csv', 'alias ods_code_or_chain target_kind confidence'.split(' ')),
});

const { board, trusts, networks } = systemFileSchema.parse(JSON.parse(textOf('system.json')));

/** The organisations of Kent and Medway, as the build publishes them. */
export const kentAndMedwayOrganisations: OrganisationSources = { published, board, trusts, networks };
