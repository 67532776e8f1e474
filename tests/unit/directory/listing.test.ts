import { describe, expect, it } from 'vitest';
import { directoryOf } from '../../../shared/directory/directory.ts';
import { confirmedWords, listingOf, listingSchema } from '../../../shared/directory/listing.ts';
import { directoryCsv, publishedOf } from '../../../shared/directory/open-data.ts';
import { idOfSlug, slugOf } from '../../../shared/directory/slug.ts';
import { type Practitioner, practitionerStates } from '../../../shared/people/practitioner.ts';
import { aPractitioner, TODAY } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';

const MARK = 'zzmarkerzz';

/** A practitioner whose private fields all contain the marker, and whose public fields do not. */
const marked: Practitioner = aPractitioner({
  email: `${MARK}@dpp.example`,
  phone: MARK,
  registrationNumber: MARK,
  justification: MARK,
  preparation: [MARK],
  organisation: { id: MARK, name: 'Harbour Surgery' },
  sites: [{ outcode: MARK, town: 'Gillingham', place: 'medway-swale' }],
  employerApprover: MARK,
  conflictsDeclared: MARK,
  leavingOn: '2031-01-31',
  backUpName: MARK,
  backUpEmail: `${MARK}@backup.example`,
  nextYear: 'no',
  nextYearReason: MARK,
  consent: { wording: MARK, at: '2026-11-01T09:00:00.000Z' },
  check: { by: MARK, at: '2026-11-02T09:00:00.000Z', seen: MARK, dueOn: '2027-11-02' },
  commitments: [
    { matchId: MARK, requestId: MARK, seatId: MARK, from: '2026-12-01', to: '2027-05-31', university: MARK },
  ],
  pendingOffers: [{ offerId: MARK, from: '2027-01-01', to: '2027-05-31', holdsPlace: true }],
});

describe('the public listing', () => {
  it('never holds what is private, as data or as a spreadsheet', () => {
    const listing = listingOf(marked, TODAY, kentAndMedway.geography);
    const published = JSON.stringify(publishedOf({ listing }, 'https://dpp.example'));
    const csv = directoryCsv([{ listing }], 'https://dpp.example');
    for (const text of [published, csv]) {
      expect(text).toContain('Amara Example');
      expect(text).not.toContain(MARK);
      expect(text).not.toContain('2031-01-31');
    }
  });

  it('says the districts of its sites, each once, in the spreadsheet', () => {
    const at = (outcode: string) => ({ outcode, town: outcode, place: 'east-kent' });
    const sites = [at('CT1'), at('CT2'), at('ME10')];
    const listing = listingOf(aPractitioner({ sites }), TODAY, kentAndMedway.geography);
    const [head = '', row = ''] = directoryCsv([{ listing }], 'https://dpp.example').split('\r\n');
    const column = head.split(',').indexOf('District');
    expect(column).toBe(head.split(',').indexOf('Place') + 1);
    expect(row.split(',')[column]).toBe('Canterbury; Swale');
  });

  it('refuses a field that is not listed for publication', () => {
    const listing = listingOf(aPractitioner(), TODAY, kentAndMedway.geography);
    expect(listingSchema.safeParse({ ...listing, email: 'a@b.example' }).success).toBe(false);
    expect(listingSchema.safeParse(listing).success).toBe(true);
  });

  it('names the district of each site that has one', () => {
    const sites = ['CT1', 'SW1'].map((outcode) => ({ outcode, town: 'Town', place: 'east-kent' }));
    const listing = listingOf(aPractitioner({ sites }), TODAY, kentAndMedway.geography);
    expect(listing.sites.map(({ district }) => district)).toEqual([
      { id: 'E07000106', words: 'Canterbury' },
      undefined,
    ]);
  });

  it('names the lead area first and once', () => {
    const { areas } = listingOf(
      aPractitioner({ leadArea: 'lipids', areas: ['cardiovascular', 'lipids'] }),
      TODAY,
      kentAndMedway.geography,
    );
    expect(areas.map(({ id }) => id)).toEqual(['lipids', 'cardiovascular']);
  });

  it('marks a DPP whose registration is not yet checked', () => {
    expect(listingOf(aPractitioner({ provisional: true }), TODAY, kentAndMedway.geography).checked).toBe(
      false,
    );
    expect(listingOf(aPractitioner(), TODAY, kentAndMedway.geography).checked).toBe(true);
  });

  it('shows the regulator’s own word beside DPP', () => {
    expect(
      listingOf(aPractitioner({ supervisesProfessions: ['paramedic'] }), TODAY, kentAndMedway.geography)
        .roles,
    ).toContain('Practice educator (HCPC professions)');
    expect(
      listingOf(aPractitioner({ supervisesProfessions: ['pharmacist'] }), TODAY, kentAndMedway.geography)
        .roles,
    ).not.toContain('Practice educator (HCPC professions)');
  });

  it('says how long ago the details were confirmed', () => {
    const listing = listingOf(
      aPractitioner({ confirmedAt: '2026-10-31T09:00:00.000Z' }),
      TODAY,
      kentAndMedway.geography,
    );
    expect(confirmedWords(listing, TODAY)).toBe('Details confirmed 3 weeks ago');
  });
});

describe('a profile’s address', () => {
  it('holds the name and leads back to the id', () => {
    expect(slugOf({ name: 'Zoë O’Brien-Smith', id: '7g2k' })).toBe('zoe-obrien-smith-7g2k');
    expect(slugOf({ name: 'Łukasz Wójcik', id: '7g2k' })).toBe('lukasz-wojcik-7g2k');
    expect(slugOf({ name: 'Bjørn Weiß', id: '7g2k' })).toBe('bjorn-weiss-7g2k');
    expect(idOfSlug('zoe-obrien-smith-7g2k')).toBe('7g2k');
  });

  it('is the id alone for a name without a Latin letter', () => {
    expect(slugOf({ name: '山田', id: '7g2k' })).toBe('7g2k');
    expect(idOfSlug('7g2k')).toBe('7g2k');
  });
});

describe('the directory', () => {
  it.each(practitionerStates.filter((state) => state !== 'erased'))(
    'shows a practitioner who is %s only when that is listed',
    (state) => {
      const { rows } = directoryOf([aPractitioner({ state })], TODAY, kentAndMedway);
      expect(rows).toBe(state === 'listed' ? 1 : 0);
    },
  );

  it('hides details not confirmed for 120 days, even before the schedule marks them stale', () => {
    const confirmed = (day: string) =>
      directoryOf([aPractitioner({ confirmedAt: `${day}T09:00:00.000Z` })], TODAY, kentAndMedway).rows;
    expect(confirmed('2026-07-25')).toBe(1);
    expect(confirmed('2026-07-24')).toBe(0);
  });
});
