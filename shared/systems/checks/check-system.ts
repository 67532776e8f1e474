import { type SystemFile, systemFileSchema } from '../system-file.ts';
import { aliasColumns, aliasMistakes } from './check-aliases.ts';
import { borderMistakes } from './check-borders.ts';
import { choiceMistakes } from './check-choices.ts';
import { codeMistakesOf } from './check-codes.ts';
import { organisationColumns, organisationMistakes } from './check-organisations.ts';
import { outcodeMistakes } from './check-outcodes.ts';
import { placeMistakes } from './check-places.ts';
import { type FolderTexts, mistake, type Surroundings } from './check-report.ts';
import { travelMistakes } from './check-travel.ts';
import { type Read, readChecked, readJson } from './read-json.ts';

const fileNames = [
  'system.json',
  'organisations.csv',
  'aliases.csv',
  'travel.csv',
  'roads.json',
  'districts.geojson',
  'policy.json',
  'settings.json',
  'consent.json',
  'README.md',
];

const fileMistakes = (texts: FolderTexts): string[] => [
  ...Object.keys(texts)
    .filter((name) => !fileNames.includes(name))
    .map((name) => mistake(name, '', `is not a file of a system. Files: ${fileNames.join(', ')}`)),
  ...(texts['README.md'] === undefined
    ? [mistake('README.md', '', 'is missing: say the sources, their dates, and how far to trust them')]
    : []),
];

/** Names the element of a list by what identifies it: "outcodes, AB1". */
const elementName = (json: unknown, path: readonly PropertyKey[]): string => {
  let value: unknown = json;
  const names = path.map((key) => {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
    if (typeof key !== 'number' || typeof value !== 'object' || value === null) return String(key);
    const name: unknown = ['id', 'outcode', 'ods', 'ons', 'name']
      .map((field): unknown =>
        value === null || typeof value !== 'object' ? undefined : Reflect.get(value, field),
      )
      .find((found) => typeof found === 'string');
    return typeof name === 'string' ? name : `element ${key + 1}`;
  });
  return names.join(', ');
};

const readSystem = (text: string | undefined): Read<SystemFile> =>
  text === undefined
    ? { mistakes: [mistake('system.json', '', 'is missing')] }
    : readChecked('system.json', text, systemFileSchema, elementName);

const borderMistakesOf = (text: string | undefined, system: SystemFile): readonly string[] => {
  if (text === undefined) return [];
  const json = readJson('districts.geojson', text);
  return 'mistakes' in json ? json.mistakes : borderMistakes(json.value, system);
};

const tableMistakes = (texts: FolderTexts, system: SystemFile): string[] => {
  const organisations = texts['organisations.csv'] ?? organisationColumns.join(',');
  const listed = organisationMistakes(organisations, system);
  return [
    ...listed,
    ...(listed.length > 0
      ? []
      : aliasMistakes(texts['aliases.csv'] ?? aliasColumns.join(','), organisations, system)),
    ...travelMistakes(texts['roads.json'], texts['travel.csv'], system),
    ...borderMistakesOf(texts['districts.geojson'], system),
  ];
};

/**
 * Checks the folder of a system: its schema, and how its parts fit together and fit the systems around it. Each mistake
 * is one line that names the file and the row, and says what is right. No lines mean that the folder can be used. A file
 * is checked when those that it refers to have no mistakes: tables after `system.json`, aliases after organisations.
 *
 * @param folder the name of the folder
 */
export const systemMistakes = (
  folder: string,
  texts: FolderTexts,
  around: Surroundings,
): readonly string[] => {
  const files = [...fileMistakes(texts), ...choiceMistakes(texts)];
  const read = readSystem(texts['system.json']);
  if ('mistakes' in read) return [...files, ...read.mistakes];
  const system = read.value;
  const own = [
    ...codeMistakesOf(system, folder, around),
    ...placeMistakes(system, around),
    ...outcodeMistakes(system, around),
  ];
  return [...files, ...own, ...(own.length > 0 ? [] : tableMistakes(texts, system))];
};
