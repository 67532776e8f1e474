import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { csvRows } from '../../../shared/kernel/csv-rows.ts';
import { type SystemFile, systemFileSchema } from '../../../shared/systems/system-file.ts';

const root = join(import.meta.dirname, '../../..');
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Words of the language that are names of a system too. They may be written in lower case only. */
const homonyms: Readonly<Record<string, string>> = {
  deal: 'the verb; a town',
  halfway: 'the adverb; a part of a town',
  loose: 'the adjective; a village',
  well: 'the adverb; a chain of pharmacies',
};

/** Files in which a system may be named: its own data, the demonstration data, and which systems a stage has. */
const mayName = [
  'shared/reference/systems/',
  'infra/local/seed/',
  'infra/definition/stages.ts',
  'infra/definition/stages/',
];

const withoutDirection = (name: string): string =>
  name.replace(/^(?:North|South|East|West|Mid) /u, '').replace(/ (?:North|South|East|West)$/u, '');

/** A name, and the names of which it is made: "East Fens and Wolds" contains "Fens" and "Wolds". */
const withParts = (name: string): readonly string[] => [
  name,
  ...name.split(/, | and | or /u).map(withoutDirection),
];

const namesIn = (system: SystemFile): readonly string[] => [
  system.id,
  system.board.name,
  system.contact.owner,
  ...[system.name, system.partOfCountry].flatMap(withParts),
  ...system.places.flatMap(({ id, name }) => [id, ...withParts(name)]),
  ...system.districts.flatMap(({ name }) => withParts(name)),
  ...system.outcodes.flatMap(({ outcode, town }) => [outcode, town, withoutDirection(town)]),
  ...(system.counties ?? []),
  ...(system.otherTownNames ?? []).map(({ name }) => name),
  ...[...system.networks, ...system.trusts, ...system.universities].map(({ name }) => name),
];

const folders = globSync('shared/reference/systems/*/system.json', { cwd: root }).map(dirname);

const boards = z
  .object({ systems: z.array(z.object({ name: z.string() })) })
  .parse(JSON.parse(textOf('shared/reference/systems/boards.json')));

const ownNames = new Set([
  ...boards.systems.map(({ name }) => name),
  ...folders.flatMap((folder) => [
    ...namesIn(systemFileSchema.parse(JSON.parse(textOf(join(folder, 'system.json'))))),
    ...globSync(join(folder, 'aliases.csv'), { cwd: root }).flatMap((file) =>
      csvRows(textOf(file)).map((row) => row['alias'] ?? ''),
    ),
    ...globSync(join(folder, 'organisations.csv'), { cwd: root }).flatMap((file) =>
      csvRows(textOf(file)).map((row) => row['name'] ?? ''),
    ),
  ]),
]);

/** The names by their first word, all in lower case, so that each word of a text is looked up once. */
const byFirstWord = Map.groupBy(
  [...ownNames].map((name) => name.trim().toLowerCase()).filter((name) => name.length > 1),
  (name) => /[\p{L}\p{N}]+/u.exec(name)?.[0] ?? name,
);

/** Lists the names of a system in a line, in any case, as whole words. Leaves out homonyms in lower case. */
const namesOn = (line: string): readonly string[] =>
  [...line.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) =>
    (byFirstWord.get(word.toLowerCase()) ?? [])
      .map((name) => [name, line.slice(index, index + name.length)] as const)
      .filter(
        ([name, written]) =>
          written.toLowerCase() === name &&
          homonyms[written] === undefined &&
          !/^[\p{L}\p{N}]/u.test(line.slice(index + name.length)),
      )
      .map(([, written]) => written),
  );

/** Lists the names of a system in a text, each with its line. */
const namedIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      namesOn(line).map((name) => `line ${index + 1} names “${name}”: ${line.trim()}`),
    );

it('finds names of every kind, in any case, and only as whole words', () => {
  for (const text of [
    'in Kent',
    'KENT TRUST',
    '#east-kent',
    'ME7',
    'Deal',
    'near Hove.',
    'for Sussex only',
    'in Loose',
    'MTW',
  ])
    expect(namedIn(text), text).not.toEqual([]);
  expect(namedIn('hovering, kentish, a great deal, doing well, halfway, loose')).toEqual([]);
});

it('knows the names of every system', () => {
  expect(folders.map((folder) => basename(folder))).toEqual(
    expect.arrayContaining(['kent-and-medway', 'sussex']),
  );
  expect(ownNames.size).toBeGreaterThan(700);
});

it('no file of the code names a system', () => {
  const files = globSync('{functions,infra,shared,site/src}/**/*.*', { cwd: root })
    .filter((file) => !mayName.some((start) => file.startsWith(start)))
    .toSorted();
  expect(files.length).toBeGreaterThan(500);
  const found = files.flatMap((file) => namedIn(textOf(file)).map((named) => `${file}, ${named}`));
  console.info('Homonyms, allowed in lower case:', homonyms);
  expect(found).toEqual([]);
});
