import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../../functions/store/table/table.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/rows');

const fileOf = (kind: string, shape: number): string => join(FOLDER, kind, `${shape}.json`);

/** Lists the kinds of rows for which there are fixtures: rows stored by earlier versions. */
export const kindsWithFixtures = (): readonly string[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Lists the shapes of a kind, from 1 to the current `shape`, for which there are no fixtures. */
export const shapesWithoutFixtures = ({
  kind,
  shape,
}: {
  readonly kind: string;
  readonly shape: number;
}): readonly number[] =>
  Array.from({ length: shape }, (_, index) => index + 1).filter((one) => !existsSync(fileOf(kind, one)));

/** Returns the fixtures of a kind in one shape: `1.json`, and `1-….json` for fields that came later. */
export const fixturesOf = (kind: string, shape: number): readonly Row[] =>
  readdirSync(join(FOLDER, kind))
    .filter((file) => file === `${shape}.json` || file.startsWith(`${shape}-`))
    .flatMap((file) => JSON.parse(readFileSync(join(FOLDER, kind, file), 'utf8')) as readonly Row[]);
