import { describe, expect, it } from 'vitest';
import { kentAndMedwayOrganisations } from '../../../support/kent-and-medway-organisations.ts';
import { employerOf } from '../../../../shared/systems/organisations/employer-of.ts';
import { organisationIndexOf } from '../../../../shared/systems/organisations/organisation-index.ts';
import { suggestOrganisations } from '../../../../shared/systems/organisations/suggest-organisations.ts';
import type { PublishedOrganisations } from '../../../../shared/systems/published-organisations.ts';

const index = organisationIndexOf(kentAndMedwayOrganisations);
const { organisations } = index;
const open = organisations.filter(({ status }) => status !== 'closed');
const pharmacies = open.filter(({ kind }) => kind === 'pharmacy');

const groupsOf = <T>(rows: readonly T[], keyOf: (row: T) => string): readonly (readonly T[])[] =>
  Object.values(Object.groupBy(rows, keyOf)).map((group = []) => group);

type Row = PublishedOrganisations['organisations'][number];
const row = (code: string, name: string, kind: Row[2], parent: string): Row => [
  code,
  name,
  kind,
  'ME7 1AA',
  'ME7',
  'Gillingham',
  'medway-swale',
  parent,
  'active',
  '2026-05',
  '',
  '',
];
const indexOf = (rows: readonly Row[]) =>
  organisationIndexOf({
    ...kentAndMedwayOrganisations,
    published: { organisations: [...rows], aliases: [] },
  });

describe('organisations that share a name', () => {
  const twins = groupsOf(pharmacies, ({ name, town }) => `${name}, ${town}`).filter(
    ({ length }) => length > 1,
  );

  it('are found more than ten times among the pharmacies of a town', () => {
    expect(twins.length).toBeGreaterThan(10);
  });

  it.each(twins.map((group) => [`${group[0]?.name ?? ''} ${group[0]?.town ?? ''}`, group] as const))(
    '%s: all are suggested, and their streets tell them apart',
    (typed, group) => {
      const codes = suggestOrganisations(index, typed).suggestions.map(({ organisation: { code } }) => code);
      expect(codes).toEqual(expect.arrayContaining(group.map(({ code }) => code)));
      expect(new Set(group.map(({ street }) => street)).size).toBe(group.length);
    },
  );

  it('are suggested with the one near the outcode first', () => {
    const near = (outcode: string) =>
      suggestOrganisations(index, 'old school surgery', { near: outcode }).suggestions[0]?.organisation.code;
    expect(near('TN17')).toBe('G82235');
    expect(near('CT4')).toBe('G82790');
  });
});

describe('employers', () => {
  it('is one for all trading names of an owner', () => {
    const owned = pharmacies.filter(({ owner }) => owner === 'P74H');
    expect(new Set(owned.map(({ name }) => name)).size).toBe(27);
    expect(new Set(owned.map(({ code }) => employerOf(index, code)))).toEqual(new Set(['P74H']));
  });

  it('is the trust for each of its hospitals', () => {
    expect(employerOf(index, 'RVV01')).toBe('RVV');
    expect(employerOf(index, 'RYYC8')).toBe('RYY');
    expect(employerOf(index, 'RYY')).toBe('RYY');
  });

  it('is the practice itself, not its network, and never the board', () => {
    const practices = open.filter(({ kind }) => kind === 'gp-practice');
    for (const { code } of practices) expect(employerOf(index, code)).toBe(code);
    for (const { code } of organisations)
      expect(employerOf(index, code)).not.toBe(kentAndMedwayOrganisations.board.ods);
  });

  it('follows owners of owners, and ends where they form a circle', () => {
    const owned = indexOf([
      row('A1', 'Shop', 'pharmacy', 'A2'),
      row('A2', 'Holding', 'other', 'A3'),
      row('A3', 'Group', 'other', ''),
      row('B1', 'One', 'other', 'B2'),
      row('B2', 'Two', 'other', 'B1'),
    ]);
    expect(employerOf(owned, 'A1')).toBe('A3');
    expect(['B1', 'B2']).toContain(employerOf(owned, 'B1'));
    expect(employerOf(owned, 'C9')).toBe('C9');
  });
});

describe('closed organisations', () => {
  it('lead to the open pharmacy at the same address', () => {
    expect(index.successorOf('FH237')?.code).toBe('FG853');
    expect(index.successorOf('FAV64')).toBeUndefined();
    expect(index.successorOf('FG853')).toBeUndefined();
  });

  it('have the day on which they closed', () => {
    expect(index.find('g82112')).toMatchObject({ status: 'closed', closedOn: '2025-09-30' });
    expect(index.find('FX082')).toMatchObject({ status: 'closed', closedOn: '2025-02-20' });
  });

  it('come after an open one with the same name', () => {
    const codes = suggestOrganisations(index, 'swanley pharmacy').suggestions.map(
      (one) => one.organisation.code,
    );
    expect(codes.indexOf('FND39')).toBeLessThan(codes.indexOf('FF547'));
  });
});

describe('places', () => {
  it('are those of the organisation’s own record, not of its outcode', () => {
    expect(index.find('G82234')).toMatchObject({ outcode: 'ME1', town: 'Burham', place: 'west-kent' });
    expect(index.find('G82233')).toMatchObject({ outcode: 'ME3', place: 'medway-swale' });
    expect(index.find('G82092')).toMatchObject({ outcode: 'TN16', place: 'west-kent' });
  });
});

it('has the trusts and networks of a system whose organisations are not published', () => {
  const few = organisationIndexOf({
    published: { organisations: [], aliases: [] },
    board: { ods: 'S9B9J', ons: 'E54', name: 'A board' },
    trusts: [{ ods: 'RDR', name: 'Downland Community NHS Foundation Trust', place: 'downland' }],
    networks: [{ ods: 'U1', name: 'Coastal PCN', place: 'coast' }],
  });
  const first = (typed: string) => suggestOrganisations(few, typed).suggestions[0]?.organisation.code;
  expect(first('DCFT')).toBe('RDR');
  expect(first('coastal')).toBe('U1');
});

describe('speed', () => {
  const typed = ['maidstone', 'boots maidstone', 'surgery', 'xyzzy practice', 'tunbridge welles hospital'];
  const best = (times: number, run: () => unknown): number =>
    Math.min(
      ...Array.from({ length: times }, () => {
        const from = performance.now();
        run();
        return performance.now() - from;
      }),
    );

  it('suggests among the organisations of Kent and Medway within 5 ms', () => {
    for (const text of typed) expect(best(20, () => suggestOrganisations(index, text))).toBeLessThan(5);
  });

  it('suggests among 60,000 organisations within a second', () => {
    const { published } = kentAndMedwayOrganisations;
    const many = Array.from({ length: 83 }, (_, copy) =>
      published.organisations.map((one): Row => {
        const [code, name, kind, postcode, outcode, town, ...rest] = one;
        return [`${code}${copy}`, `${name} ${copy}ville`, kind, postcode, outcode, `${town}${copy}`, ...rest];
      }),
    ).flat();
    const england = organisationIndexOf({
      ...kentAndMedwayOrganisations,
      published: { ...published, organisations: many },
    });
    expect(england.organisations.length).toBeGreaterThan(60_000);
    for (const text of typed) expect(best(3, () => suggestOrganisations(england, text))).toBeLessThan(1_000);
  });
});
