import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hrefOf, noFilters, parseFilters } from '../../../shared/directory/filters.ts';
import { csvRows } from '../../../shared/kernel/csv-rows.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const organisations = join(
  import.meta.dirname,
  '../../../shared/reference/systems/kent-and-medway/organisations.csv',
);
const PATH = '/find-a-dpp/results';

describe('filters in the address', () => {
  it('have one address, whatever the order in which they were ticked', () => {
    const there = parseFilters({ area: ['pain', 'lipids', 'pain'], profession: ['nurse'] }, kentAndMedway);
    const back = parseFilters({ profession: ['nurse'], area: ['lipids,pain'] }, kentAndMedway);
    expect(hrefOf(PATH, there.filters)).toBe(hrefOf(PATH, back.filters));
    expect(hrefOf(PATH, there.filters)).toBe('/find-a-dpp/results?profession=nurse&area=lipids&area=pain');
    expect(hrefOf(PATH, noFilters)).toBe(PATH);
  });

  it('leave out what is not known and say so without repeating it', () => {
    const { filters, notes } = parseFilters(
      {
        setting: ['hospice', '<script>'],
        sort: ['best'],
        minutes: ['-3'],
      },
      kentAndMedway,
    );
    expect(filters).toEqual({ ticked: { setting: ['hospice'] }, page: 1 });
    expect(notes).toHaveLength(1 + 2);
    expect(notes.join()).toContain('“Setting”');
    expect(notes.join()).not.toContain('script');
  });

  it('read the straight miles of an older link as minutes by road', () => {
    const { filters, notes } = parseFilters({ near: ['CT5'], within: ['10'] }, kentAndMedway);
    expect(hrefOf(PATH, filters)).toBe(`${PATH}?near=CT5&minutes=40`);
    expect(notes).toEqual([]);
    const both = parseFilters({ near: ['CT5'], within: ['10'], minutes: ['15'] }, kentAndMedway).filters;
    expect(both.minutes).toBe(15);
    expect(parseFilters({ near: ['CT5'], within: ['far'] }, kentAndMedway).notes).toHaveLength(1);
  });

  it('need a place for a limit of minutes', () => {
    for (const query of [{ within: ['10'] }, { minutes: ['30'] }]) {
      const { filters, notes } = parseFilters(query, kentAndMedway);
      expect(filters).toEqual(noFilters);
      expect(notes).toEqual(['Enter a postcode or town to see only DPPs within a number of minutes.']);
    }
  });

  it('ignore unknown keys silently', () => {
    expect(parseFilters({ utm_source: ['mail'] }, kentAndMedway)).toEqual({ filters: noFilters, notes: [] });
  });
});

describe('the box for a place', () => {
  it.each([
    ['ME7 4AB', 'ME7', 'ME7'],
    ['me74ab', 'ME7', 'ME7'],
    [' ct1 ', 'CT1', 'CT1'],
    ['MEO7', 'ME7', 'ME7'],
    ['CTI 3NG', 'CT1', 'CT1'],
    ['ME7 4AB, Gillingham', 'ME7', 'ME7'],
    ['Maidstone', 'ME14', 'Maidstone'],
    ['herne bay', 'CT6', 'Herne Bay'],
    ['Madstone', 'ME14', 'Maidstone'],
    ['Royal Tunbridge Wells', 'TN1', 'Royal Tunbridge Wells'],
    ['Gillingham, Kent', 'ME7', 'Gillingham'],
    ['gillingham (kent)', 'ME7', 'Gillingham'],
    ['Chatham, Medway', 'ME4', 'Chatham'],
    ['Medway', 'ME4', 'Medway'],
    ['Staplehurst', 'TN12', 'Staplehurst'],
    ['Staplhurst', 'TN12', 'Staplehurst'],
    ['Marden', 'TN12', 'Marden'],
    ['Lydd', 'TN29', 'Lydd'],
    ['Kings Hill', 'ME19', 'Kings Hill'],
    ['King’s Hill, Kent', 'ME19', 'Kings Hill'],
    ['Isle of Sheppey', 'ME12', 'Isle of Sheppey'],
    ['St Margarets Bay', 'CT15', 'St Margaret’s Bay'],
  ])('%s is %s', (typed, outcode, words) => {
    expect(parseFilters({ near: [typed] }, kentAndMedway).filters.near).toEqual({ outcode, words });
  });

  it.each([
    ['East Kent', 'east-kent'],
    ['west kent', 'west-kent'],
    ['Medway and Swale', 'medway-swale'],
  ])('%s is a part of the system, not a point', (typed, place) => {
    const { filters, nearError } = parseFilters({ near: [typed] }, kentAndMedway);
    expect(filters).toEqual({ ticked: { place: [place] }, page: 1 });
    expect(nearError).toBeUndefined();
  });

  it('adds a part of the system to those that are selected', () => {
    const { filters } = parseFilters({ near: ['West Kent'], place: ['east-kent'] }, kentAndMedway);
    expect(filters.ticked).toEqual({ place: ['east-kent', 'west-kent'] });
  });

  it('finds the town of every active organisation', () => {
    const rows = csvRows(readFileSync(organisations, 'utf8')).filter(({ status }) => status === 'active');
    const lost = rows
      .filter(({ place, town }) => place !== '' && town !== '')
      .map(({ town = '' }) => town)
      .filter((town) => parseFilters({ near: [town] }, kentAndMedway).filters.near === undefined);
    expect([...new Set(lost)]).toEqual([]);
  });

  it('keeps only the first half of a postcode, so that shared links do not reveal a home', () => {
    expect(hrefOf(PATH, parseFilters({ near: ['ME7 4AB'] }, kentAndMedway).filters)).toBe(`${PATH}?near=ME7`);
  });

  it.each([
    ['SW1A 1AA', 'Enter a postcode in Kent and Medway, such as ME7 or ME7 4AB'],
    ['B1', 'Enter a postcode in Kent and Medway, such as ME7 or ME7 4AB'],
    ['Birmingham', 'Enter a postcode or town in Kent and Medway, such as ME7 or Maidstone'],
    ['???', 'Enter a postcode or town in Kent and Medway, such as ME7 or Maidstone'],
  ])('%s is explained and left out', (typed, words) => {
    const { filters, nearError } = parseFilters({ near: [typed], minutes: ['5'] }, kentAndMedway);
    expect(filters).toEqual(noFilters);
    expect(nearError).toEqual({ typed, words });
  });
});
