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

/** Returns the fixtures of a kind in one shape. */
export const fixturesOf = (kind: string, shape: number): readonly Row[] =>
  JSON.parse(readFileSync(fileOf(kind, shape), 'utf8')) as readonly Row[];
