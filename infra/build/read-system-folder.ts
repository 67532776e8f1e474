import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import * as z from 'zod';
import { policyMistakes } from '../../shared/rounds/check-policy-file.ts';
import type { FolderTexts, Surroundings } from '../../shared/systems/checks/check-report.ts';
import { systemMistakes } from '../../shared/systems/checks/check-system.ts';
import { systemFileSchema } from '../../shared/systems/system-file.ts';

/** Folder of the systems' data; each system has one subfolder. */
export const systemsFolder = resolve(import.meta.dirname, '../../shared/reference/systems');

/** Returns the folders of this project's systems. */
export const systemFolders = (): readonly string[] =>
  readdirSync(systemsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(systemsFolder, name))
    .toSorted();

/** Reads the files of a system's folder as texts, by their names. */
export const readSystemFolder = (folder: string): FolderTexts =>
  Object.fromEntries(
    (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

const boardsSchema = z.object({ systems: z.array(z.object({ ods: z.string(), name: z.string() })) });

/** Reads what a folder is checked against: the boards of England, and the project's other systems that can be read. */
export const surroundingsOf = (folder: string): Surroundings => {
  const { systems } = boardsSchema.parse(
    JSON.parse(readFileSync(join(systemsFolder, 'boards.json'), 'utf8')),
  );
  return {
    boards: new Map(systems.map(({ ods, name }) => [ods, name])),
    others: systemFolders()
      .filter((other) => resolve(other) !== resolve(folder))
      .flatMap((other) => {
        const read = systemFileSchema.safeParse(JSON.parse(readFileSync(join(other, 'system.json'), 'utf8')));
        if (!read.success) return [];
        const {
          id,
          board,
          places,
          outcodes,
          neighbouringPlacesElsewhere = {},
          neighbouringOutcodes = [],
        } = read.data;
        return [
          {
            id,
            board: board.ods,
            places: places.map((place) => place.id),
            touches: neighbouringPlacesElsewhere,
            outcodes: outcodes.map(({ outcode }) => outcode),
            split: neighbouringOutcodes.filter(({ split }) => split).map(({ outcode }) => outcode),
          },
        ];
      }),
  };
};

/** Checks the folder of a system beside the project's systems; each mistake is one line. */
export const mistakesInFolder = (folder: string): readonly string[] => {
  const texts = readSystemFolder(folder);
  const mistakes = systemMistakes(basename(folder), texts, surroundingsOf(folder));
  const system = systemFileSchema.safeParse(
    mistakes.length > 0 ? undefined : JSON.parse(texts['system.json'] ?? ''),
  );
  return [...mistakes, ...(system.success ? policyMistakes(texts, system.data.places) : [])];
};
