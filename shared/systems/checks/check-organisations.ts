import { csvRows } from '../../kernel/csv-rows.ts';
import { organisationKinds } from '../published-organisations.ts';
import type { SystemFile } from '../system-file.ts';
import { choices, isInvented, mistake, repeated } from './check-report.ts';
import { columnMistakes } from './check-columns.ts';
import { isOutcode } from './check-outcodes.ts';

const FILE = 'organisations.csv';

export const organisationColumns = [
  'ods_code',
  'name',
  'kind',
  'postcode',
  'outcode',
  'town',
  'place',
  'parent_ods',
  'status',
  'as_of',
  'closed_on',
  'address',
] as const;

type Row = Readonly<Partial<Record<(typeof organisationColumns)[number], string>>> & {
  readonly label: string;
};

const rowsOf = (text: string): Row[] =>
  csvRows(text).map((row, index) => ({ ...row, label: `row ${index + 2} (${row['ods_code'] ?? ''})` }));

const codeShapes: Readonly<Record<string, readonly [RegExp, string]>> = {
  pcn: [/^U[0-9]{5}$/u, 'U12345'],
  'nhs-trust': [/^[A-Z0-9]{3}$/u, 'RN7'],
  'trust-site': [/^[A-Z0-9]{5}$/u, 'RN707'],
  'gp-practice': [/^[A-Z][0-9]{5}$/u, 'G82001'],
  pharmacy: [/^F[A-Z0-9]{4}$/u, 'FA123'],
  university: [/^(?:UKPRN[0-9]{8}|X-[A-Z]+)$/u, 'UKPRN10007150'],
};
const anyCode: readonly [RegExp, string] = [/^[A-Z0-9]{3,6}$/u, 'Y00390'];

const isDay = (text: string): boolean => {
  const time = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

const codeMistake = ({ ods_code: code = '', name = '', kind = '', label }: Row): string[] => {
  const kinds: readonly string[] = organisationKinds;
  if (!kinds.includes(kind))
    return [mistake(FILE, label, `its kind “${kind}” is not one of ${organisationKinds.join(', ')}`)];
  const [shape, example] = codeShapes[kind] ?? anyCode;
  if (!shape.test(code) && !isInvented(code)) {
    return [mistake(FILE, label, `the code “${code}” of a ${kind} should look like ${example}`)];
  }
  return name.trim() === '' ? [mistake(FILE, label, 'has no name')] : [];
};

const whereMistake = (row: Row, { places, outcodes, neighbouringOutcodes = [] }: SystemFile): string[] => {
  const { postcode = '', outcode = '', place = '', label } = row;
  const ids = places.map(({ id }) => id);
  if (postcode !== '' && !/^[A-Z]{1,3}[0-9][0-9A-Z]? [0-9][A-Z]{2}$/u.test(postcode)) {
    return [mistake(FILE, label, `its postcode “${postcode}” should look like AB1 5NY`)];
  }
  if (postcode !== '' && postcode.split(' ')[0] !== outcode) {
    return [
      mistake(
        FILE,
        label,
        `its outcode is “${outcode}”, but its postcode ${postcode} says ${postcode.split(' ')[0]}`,
      ),
    ];
  }
  if (outcode !== '' && !isOutcode(outcode))
    return [mistake(FILE, label, `its outcode “${outcode}” should look like AB1`)];
  if (place !== '' && !ids.includes(place)) {
    return [mistake(FILE, label, `its place “${place}” does not exist. Places: ${choices(ids)}`)];
  }
  const isOwn = outcodes.some((own) => own.outcode === outcode);
  if (place === '' && isOwn)
    return [mistake(FILE, label, `has no place, although ${outcode} is an outcode of the system`)];
  const isKnown =
    outcode === '' || isOwn || neighbouringOutcodes.some((border) => border.outcode === outcode);
  return place !== '' && !isKnown
    ? [
        mistake(
          FILE,
          label,
          `${outcode} is neither an outcode of the system nor of a neighbour: correct it, or empty the place`,
        ),
      ]
    : [];
};

/** Finds an active organisation of a place whose postcode the border says to be a neighbour's. */
const elsewhereMistake = (
  { postcode = '', place = '', status, label }: Row,
  { neighbouringOutcodes = [] }: SystemFile,
): string[] => {
  const part = neighbouringOutcodes
    .flatMap(({ parts = [] }) => parts)
    .find(({ postcodes }) => postcodes === postcode || postcodes === postcode.slice(0, -2));
  return part === undefined || place === '' || status === 'closed'
    ? []
    : [
        mistake(
          FILE,
          label,
          `its postcode ${postcode} lies in ${part.postcodes}, which system.json says is a neighbour’s: correct one`,
        ),
      ];
};

const stateMistake = ({ status = '', as_of: asOf = '', closed_on: closedOn = '', label }: Row): string[] => {
  if (!['active', 'closed', 'unknown'].includes(status)) {
    return [mistake(FILE, label, `its status “${status}” is not one of active, closed, unknown`)];
  }
  if (!/^[0-9]{4}-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?$/u.test(asOf)) {
    return [mistake(FILE, label, `as_of “${asOf}” should look like 2026-05 or 2026-05-31`)];
  }
  if (closedOn !== '' && !isDay(closedOn)) {
    return [mistake(FILE, label, `closed_on “${closedOn}” is not a day such as 2023-06-13`)];
  }
  if (status === 'closed' && closedOn === '')
    return [mistake(FILE, label, 'is closed: closed_on is missing')];
  return status !== 'closed' && closedOn !== ''
    ? [mistake(FILE, label, `is ${status}, but closed on ${closedOn}`)]
    : [];
};

/** Kinds of parent that an organisation of a kind may have, besides the board; others have an owner outside the list. */
const parents: Readonly<Record<string, readonly string[]>> = {
  'gp-practice': ['pcn'],
  'trust-site': ['nhs-trust', 'community-provider'],
};

const parentMistakes = (rows: readonly Row[], { board }: SystemFile): string[] => {
  const kindOf = new Map(rows.map((row) => [row.ods_code ?? '', row.kind ?? '']));
  return rows.flatMap(({ ods_code: code = '', kind = '', parent_ods: parent = '', label }) => {
    if (parent === '')
      return kind === 'university'
        ? []
        : [mistake(FILE, label, 'has no parent: give the code of its network, owner or board')];
    if (parent === code) return [mistake(FILE, label, 'is its own parent')];
    if (!/^[A-Z0-9]{3,6}$/u.test(parent) && !kindOf.has(parent)) {
      return [mistake(FILE, label, `its parent “${parent}” is not a code such as U12345 or P08F`)];
    }
    const allowed = parents[kind];
    if (allowed === undefined || parent === board.ods) return [];
    const found = kindOf.get(parent);
    if (found === undefined) return [mistake(FILE, label, `its parent ${parent} does not exist here`)];
    return allowed.includes(found)
      ? []
      : [
          mistake(
            FILE,
            label,
            `its parent ${parent} is a ${found}: a ${kind} belongs to a ${allowed.join(' or ')}`,
          ),
        ];
  });
};

/** Compares the networks and trusts of `system.json` with the list, which has to have them too. */
const listedMistakes = (rows: readonly Row[], { networks, trusts }: SystemFile): string[] =>
  [...networks, ...trusts].flatMap(({ ods, name, place }) => {
    const row = rows.find((other) => other.ods_code === ods);
    if (row === undefined) return [mistake(FILE, '', `${ods} (${name}) of system.json is missing`)];
    if (row.name !== name)
      return [mistake(FILE, row.label, `is called “${row.name}”, but “${name}” in system.json`)];
    return row.kind === 'pcn' && row.place !== place
      ? [mistake(FILE, row.label, `its place is “${row.place}”, but “${place}” in system.json`)]
      : [];
  });

const workplaceMistakes = (rows: readonly Row[], { workplacesListed = true }: SystemFile): string[] => {
  const areListed = rows.some(({ kind }) => kind === 'gp-practice' || kind === 'pharmacy');
  if (areListed === workplacesListed) return [];
  const what = areListed ? 'practices or pharmacies' : 'neither practices nor pharmacies';
  return [mistake(FILE, '', `has ${what}: say "workplacesListed": ${String(areListed)} in system.json`)];
};

/** Finds mistakes in the organisations of a system. */
export const organisationMistakes = (text: string, system: SystemFile): string[] => {
  const columns = columnMistakes(FILE, text, organisationColumns);
  if (columns.length > 0) return columns;
  const rows = rowsOf(text);
  const again = repeated(rows, ({ ods_code: code = '' }) => code);
  const same = repeated(
    rows.filter((row) => !again.includes(row) && row.status !== 'closed'),
    ({ name, town, address, postcode }) => [name, town, address, postcode].join('|'),
  );
  return [
    ...again.map(({ ods_code: code, label }) => mistake(FILE, label, `another row has the code ${code} too`)),
    ...same.map(({ name, town, label }) =>
      mistake(FILE, label, `${name}, ${town}, is there twice with the same address`),
    ),
    ...rows.flatMap((row) => {
      const [first] = [
        ...codeMistake(row),
        ...whereMistake(row, system),
        ...elsewhereMistake(row, system),
        ...stateMistake(row),
      ];
      return first === undefined ? [] : [first];
    }),
    ...parentMistakes(rows, system),
    ...listedMistakes(rows, system),
    ...workplaceMistakes(rows, system),
  ];
};
