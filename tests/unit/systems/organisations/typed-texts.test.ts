import { describe, expect, it } from 'vitest';
import { kentAndMedwayOrganisations } from '../../../support/kent-and-medway-organisations.ts';
import { organisationIndexOf } from '../../../../shared/systems/organisations/organisation-index.ts';
import { suggestOrganisations } from '../../../../shared/systems/organisations/suggest-organisations.ts';

const index = organisationIndexOf(kentAndMedwayOrganisations);
const suggested = (typed: string) =>
  suggestOrganisations(index, typed).suggestions.map(({ organisation }) => organisation);

/** What people type, with the codes that come first and the name of the first. */
const typedTexts: readonly (readonly [typed: string, codes: string, name: string])[] = [
  // Abbreviations and usual names of trusts and providers.
  ['KCHFT', 'RYY', 'Kent Community Health NHS Foundation Trust'],
  ['kchft', 'RYY', 'Kent Community Health NHS Foundation Trust'],
  ['KCHNFT', 'RYY', 'Kent Community Health NHS Foundation Trust'],
  ['Kent Community Health NHS FT', 'RYY', 'Kent Community Health NHS Foundation Trust'],
  ['EKHUFT', 'RVV', 'East Kent Hospitals University NHS Foundation Trust'],
  ['east kent hospitals', 'RVV', 'East Kent Hospitals University NHS Foundation Trust'],
  ['MTW', 'RWF', 'Maidstone and Tunbridge Wells NHS Trust'],
  ['maidstone & tunbridge wells', 'RWF', 'Maidstone and Tunbridge Wells NHS Trust'],
  ['medway foundation trust', 'RPA', 'Medway NHS Foundation Trust'],
  ['D&G', 'RN7', 'Dartford and Gravesham NHS Trust'],
  ['KMPT', 'RXY', 'Kent and Medway Mental Health NHS Trust'],
  ['SECAmb', 'RYD', 'South East Coast Ambulance Service NHS Foundation Trust'],
  ['IC24', 'Y00390', 'Integrated Care 24 (IC24)'],
  ['medocc', 'G82813', 'Medway On Call Care'],
  ['virgin care', 'NDA', 'HCRG Care Services'],
  ['CCCU', 'UKPRN10001143', 'Canterbury Christ Church University'],
  ['kent uni', 'UKPRN10007150', 'University of Kent'],
  // Hospitals, hospices and networks.
  ['WHH', 'RVV01', 'William Harvey Hospital'],
  ['the harvey', 'RVV01', 'William Harvey Hospital'],
  ['qeqm margate', 'RVV09', 'Queen Elizabeth The Queen Mother Hospital'],
  ['darent valley', 'RN707', 'Darent Valley Hospital'],
  ['medway maritime', 'RPA02', 'Medway Maritime Hospital'],
  ['tunbridge wells hospital', 'RWFTW', 'Tunbridge Wells Hospital'],
  ['spire tunbridge wells', 'NT310', 'Spire Tunbridge Wells Hospital'],
  ['wisdom hospice', 'Y06588', 'Medway Community Healthcare Palliative Care (Wisdom Hospice)'],
  ['hospice in the weald', 'Y03003', 'Hospice in the Weald'],
  ['malling pcn', 'U05510', 'Malling PCN'],
  ['weald primary care network', 'U92096', 'Weald PCN'],
  ['total health excellence', 'U44623 U51839', 'Total Health Excellence East PCN'],
  // Codes, in any case and spacing.
  ['G82111', 'G82111', 'The Cedars Surgery'],
  ['g82111', 'G82111', 'The Cedars Surgery'],
  [' G82 111 ', 'G82111', 'The Cedars Surgery'],
  ['rvv01', 'RVV01', 'William Harvey Hospital'],
  ['RN7', 'RN7 RN707', 'Dartford and Gravesham NHS Trust'],
  ['fg853', 'FG853', 'Queen Street Pharmacy'],
  // Practices.
  ['the cedars surgery', 'G82111', 'The Cedars Surgery'],
  ['cedars', 'G82111', 'The Cedars Surgery'],
  ['old school surgery', 'G82790 G82235', 'Old School Surgery'],
  ['old school surgery chartham', 'G82790', 'Old School Surgery'],
  ['cranbrook old school', 'G82235', 'Old School Surgery'],
  ["st. james's surgery", 'G82002', "St James' Surgery"],
  ['saint james surgery dover', 'G82002', "St James' Surgery"],
  ['Saint Peter’s Surgery', 'G82219', "St Peter's Surgery"],
  ['Dr Shimmins', 'G82006', 'Dr CJ Shimmins & Partners'],
  ['hawkinge & elham', 'G82165', 'Hawkinge and Elham'],
  ['reach health care', 'G82161', 'Reach Healthcare'],
  ['vel', 'G82687', 'Vel Surgery'],
  ['amherst', 'G82013', 'Amherst Medical Practice'],
  ['whitstable medical practice', 'G82071', 'Whitstable Medical Practice'],
  // Names of practices in the register are often short, and people type the whole.
  ['wateringbury surgery', 'G82200', 'Wateringbury'],
  ['Mote Medical Practice', 'G82076', 'Mote'],
  ['Brewer Street Surgery', 'G82089', 'Brewer Street'],
  ['lamberhurst surgery', 'G82170', 'Lamberhurst'],
  // Closed practices are found, with their day.
  ['albion place', 'G82017', 'Albion Place Medical Practice'],
  ['headcorn surgery', 'G82112', 'Headcorn Surgery'],
  ['balmoral gardens', 'G82123', 'Balmoral Gardens'],
  ['south ashford medics', 'G82735', 'South Ashford Medics'],
  // Chains with a town, in either order.
  ['boots maidstone', 'FAR64 FH330', 'Boots'],
  ['gillingham boots', 'FXP56 FD032', 'Boots'],
  ['boots gillingham high st', 'FXP56', 'Boots'],
  ['Boots the Chemist Tonbridge', 'FV022', 'Boots'],
  ['tesco folkestone', 'FX457', 'Tesco Instore Pharmacy'],
  ['asda gravesend', 'FWW55', 'Asda Pharmacy'],
  ['superdrug sheerness', 'FVQ76', 'Superdrug Pharmacy'],
  ['AE Hobbs strood', 'FTM63', 'Hobbs Pharmacy'],
  ['well wye', 'FTT47', 'Well'],
  ['paydens deal', 'FPP49 FAJ20', 'Paydens Pharmacy'],
  ['paydens dymchurch', 'FCA09', 'Ferris Chemist'],
  ['day lewis westerham', 'FCP91', 'Day Lewis Pharmacy'],
  ['daylewis westerham', 'FCP91', 'Day Lewis Pharmacy'],
  ['kamsons sittingbourne', 'FV258 FM706', 'Kamsons Pharmacy'],
  // Pharmacies that were renamed: the one that continues comes first.
  ['paydens queen street deal', 'FG853 FH237', 'Queen Street Pharmacy'],
  ['courts king street ramsgate', 'FJV92 FN979', 'Ramsgate Pharmacy'],
  ['lloyds willesborough', 'FJ846 FFH17', 'Allied Pharmacy Willesborough'],
  ['estuary view pharmacy', 'FKG49 FL393', 'Avana Healthcare Ltd'],
  ['sheppey hospital pharmacy', 'FRE25 FWE33', 'Pharmachem Ltd'],
  ['tankerton pharmacy', 'FC029 FT367', 'Tankerton Pharmacy'],
  // Streets and postcodes.
  ['week street', 'FYX54', 'Paydens Pharmacy'],
  ['bell lane burham', 'G82234', 'Phoenix Medical Practice'],
  ['ME1 3SX', 'G82234', 'Phoenix Medical Practice'],
  ['me13sx', 'G82234', 'Phoenix Medical Practice'],
  ['TN16', 'FCP91 G82092', 'Day Lewis Pharmacy'],
  ['TN16 9ZZ', 'FCP91 G82092', 'Day Lewis Pharmacy'],
  // Wrong letters, and words written as one or as two.
  ['Cantebury christ church', 'UKPRN10001143', 'Canterbury Christ Church University'],
  ['tunbridge welles hospital', 'RWFTW', 'Tunbridge Wells Hospital'],
  ['mockets wood', 'G82650', 'Mocketts Wood Surgery'],
  ['sutton valance', 'G82229 G82777', 'Sutton Valence Group Practice'],
  ['whitstable medical practise', 'G82071', 'Whitstable Medical Practice'],
  ['wiliam harvy', 'RVV01', 'William Harvey Hospital'],
  ['hildenbrough medical', 'G82037', 'Hildenborough Medical Group'],
  ['kingshill pharmacy', 'FH460', 'Kings Hill Pharmacy'],
  ['medi pharmacy', 'FW377', 'Medipharmacy'],
  // Part of a word.
  ['speldh', 'G82022', 'Speldhurst & Greggswood Medical Group'],
  ['wigm', 'G82226', 'Wigmore Medical Centre'],
];

describe('what people type', () => {
  it.each(typedTexts)('%j suggests %s, %s, first', (typed, codes, name) => {
    const found = suggested(typed);
    const first = codes.split(' ');
    expect(found.slice(0, first.length).map(({ code }) => code)).toEqual(first);
    expect(found[0]?.name).toBe(name);
  });

  it('is tried with more than eighty texts', () => {
    expect(new Set(typedTexts.map(([typed]) => typed)).size).toBeGreaterThan(80);
  });

  it.each(['', '   ', '!?', 'xyzzy', 'Harbour View Opticians of Nowhere', 'the'])(
    'suggests nothing for %j',
    (typed) => expect(suggestOrganisations(index, typed)).toEqual({ suggestions: [], total: 0 }),
  );
});
