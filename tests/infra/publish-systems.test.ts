import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishSystems } from '../../infra/build/publish-systems.ts';
import { systemFolders } from '../../infra/build/read-system-folder.ts';
import { csvRows } from '../../shared/kernel/csv-rows.ts';
import { publishedMapSchema } from '../../shared/systems/published-map.ts';
import { publishedOrganisationsSchema } from '../../shared/systems/published-organisations.ts';
import { publishedTravelSchema, travelFrom } from '../../shared/systems/published-travel.ts';
import { publishedSystemSchema } from '../../shared/systems/published-system.ts';

const scratch = mkdtempSync(join(tmpdir(), 'systems-'));
const sources = resolve(import.meta.dirname, '../../shared/reference/systems');
const published = (name: string, id = 'kent-and-medway', into = 'first'): unknown =>
  JSON.parse(readFileSync(join(scratch, into, id, `${name}.json`), 'utf8'));

beforeAll(async () => {
  await publishSystems(systemFolders(), join(scratch, 'first'));
});
afterAll(() => rmSync(scratch, { recursive: true }));

it('publishes every drive of the table, in both directions', () => {
  const travel = travelFrom(publishedTravelSchema.parse(published('travel')));
  const rows = csvRows(readFileSync(join(sources, 'kent-and-medway/travel.csv'), 'utf8'));
  expect(rows).toHaveLength(4371);
  for (const { outcode_from: from = '', outcode_to: to = '', road_minutes, road_miles } of rows) {
    const drive = { minutes: Number(road_minutes), miles: Number(road_miles) };
    expect(travel.between(from, to)).toEqual(drive);
    expect(travel.between(to, from)).toEqual(drive);
  }
});

it('publishes every organisation and alias', () => {
  const { organisations, aliases } = publishedOrganisationsSchema.parse(published('organisations'));
  expect(organisations).toHaveLength(726);
  expect(aliases).toHaveLength(204);
  expect(organisations.find(([code]) => code === 'RPA')).toEqual([
    'RPA',
    'Medway NHS Foundation Trust',
    'nhs-trust',
    'ME7 5NY',
    'ME7',
    'Gillingham',
    'medway-swale',
    'QKS',
    'active',
    '2025-12',
    '',
    'Medway Maritime Hospital, Windmill Road',
  ]);
});

it('publishes every district on the map', () => {
  for (const id of ['kent-and-medway', 'sussex']) {
    const map = publishedMapSchema.parse(published('map', id));
    const { districts } = publishedSystemSchema.parse(published('system', id));
    expect(map.districts.map(({ ons }) => ons).sort()).toEqual(districts.map(({ ons }) => ons).sort());
    for (const { path } of map.districts) expect(path).toMatch(/^M\d+ \d+(?:l-?\d+[ -]\d+)+z/);
  }
});

it('publishes whose data the borders are', () => {
  const { attribution } = publishedMapSchema.parse(published('map'));
  expect(attribution).toContain('Contains OS data © Crown copyright and database right 2014.');
  expect(attribution).toContain('martinjc/UK-GeoJSON (CC BY 4.0), simplified');
});

it('publishes empty files for what a system does not have', () => {
  expect(published('travel', 'sussex')).toEqual({ outcodes: [], minutes: [], tenthsOfMiles: [] });
});

it('gives the same bytes from the same data', async () => {
  await publishSystems(systemFolders(), join(scratch, 'second'));
  for (const name of ['system', 'organisations', 'travel', 'map'])
    for (const id of ['kent-and-medway', 'sussex'])
      expect(readFileSync(join(scratch, 'second', id, `${name}.json`))).toEqual(
        readFileSync(join(scratch, 'first', id, `${name}.json`)),
      );
});
