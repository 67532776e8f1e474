import type { PlaceId } from './places.ts';

/** Raised whenever a row changes. */
export const networksVersion = '2026-11';

/**
 * The 45 primary care networks ("neighbourhoods"). Source: NHS Organisation Data Service (Open Government Licence
 * v3.0), November 2026. The place of each follows its practices' postcodes and awaits the ICB's confirmation. Editable.
 */
export const networks: readonly { readonly ods: string; readonly name: string; readonly place: PlaceId }[] = [
  { ods: 'U10200', name: 'Dartford Central PCN', place: 'dartford-gravesham-swanley' },
  { ods: 'U17834', name: 'Dartford Model PCN', place: 'dartford-gravesham-swanley' },
  { ods: 'U04973', name: 'Garden City PCN', place: 'dartford-gravesham-swanley' },
  { ods: 'U08711', name: 'Gravesend Alliance PCN', place: 'dartford-gravesham-swanley' },
  { ods: 'U27026', name: 'Gravesend Central PCN', place: 'dartford-gravesham-swanley' },
  { ods: 'U74266', name: 'LMN PCN', place: 'dartford-gravesham-swanley' },
  { ods: 'U40722', name: 'Swanley & Rural PCN', place: 'dartford-gravesham-swanley' },
  { ods: 'U47228', name: 'ABC PCN', place: 'west-kent' },
  { ods: 'U92100', name: 'Athena PCN', place: 'west-kent' },
  { ods: 'U67133', name: 'Maidstone Central PCN', place: 'west-kent' },
  { ods: 'U05510', name: 'Malling PCN', place: 'west-kent' },
  { ods: 'U24481', name: 'Sevenoaks PCN', place: 'west-kent' },
  { ods: 'U29398', name: 'The Mote & Wallis Health Primary Care Network', place: 'west-kent' },
  { ods: 'U13761', name: 'The Ridge PCN', place: 'west-kent' },
  { ods: 'U26743', name: 'Tonbridge PCN', place: 'west-kent' },
  { ods: 'U68970', name: 'Tunbridge Wells PCN', place: 'west-kent' },
  { ods: 'U92096', name: 'Weald PCN', place: 'west-kent' },
  { ods: 'U13680', name: 'Aspire Medical PCN', place: 'medway-swale' },
  { ods: 'U76908', name: 'Gillingham South PCN', place: 'medway-swale' },
  { ods: 'U78466', name: 'Medway Central PCN', place: 'medway-swale' },
  { ods: 'U56757', name: 'Medway Peninsula PCN', place: 'medway-swale' },
  { ods: 'U61151', name: 'Medway Rainham PCN', place: 'medway-swale' },
  { ods: 'U21965', name: 'Medway South PCN', place: 'medway-swale' },
  { ods: 'U43072', name: 'Medway Valley PCN', place: 'medway-swale' },
  { ods: 'U12550', name: 'MPA PCN', place: 'medway-swale' },
  { ods: 'U10128', name: 'Sheppey PCN', place: 'medway-swale' },
  { ods: 'U37339', name: 'Sittingbourne PCN', place: 'medway-swale' },
  { ods: 'U27664', name: 'Strood PCN', place: 'medway-swale' },
  { ods: 'U50767', name: 'Ashford Medical Partnership PCN', place: 'east-kent' },
  { ods: 'U07648', name: 'Ashford Rural PCN', place: 'east-kent' },
  { ods: 'U73009', name: 'Canterbury North PCN', place: 'east-kent' },
  { ods: 'U84081', name: 'Canterbury South PCN', place: 'east-kent' },
  { ods: 'U67045', name: 'Care Kent PCN', place: 'east-kent' },
  { ods: 'U25255', name: 'Deal & Sandwich PCN', place: 'east-kent' },
  { ods: 'U34235', name: 'Dover Town PCN', place: 'east-kent' },
  { ods: 'U11490', name: 'Faversham PCN', place: 'east-kent' },
  { ods: 'U80502', name: 'Folkestone Hythe & Rural PCN', place: 'east-kent' },
  { ods: 'U21470', name: 'Herne Bay PCN', place: 'east-kent' },
  { ods: 'U91844', name: 'Margate PCN', place: 'east-kent' },
  { ods: 'U87442', name: 'Mid Kent PCN', place: 'east-kent' },
  { ods: 'U11684', name: 'Ramsgate PCN', place: 'east-kent' },
  { ods: 'U22192', name: 'The Marsh PCN', place: 'east-kent' },
  { ods: 'U44623', name: 'Total Health Excellence East PCN', place: 'east-kent' },
  { ods: 'U51839', name: 'Total Health Excellence West PCN', place: 'east-kent' },
  { ods: 'U32995', name: 'Whitstable PCN', place: 'east-kent' },
];
