import type { PlaceId } from '../geography/places.ts';

/**
 * Rows rather than objects, to keep this list small: it is bundled into every function that serves question
 * pages.
 */
const rows: readonly (readonly [ods: string, name: string, place: PlaceId])[] = [
  ['U10200', 'Dartford Central PCN', 'dartford-gravesham-swanley'],
  ['U17834', 'Dartford Model PCN', 'dartford-gravesham-swanley'],
  ['U04973', 'Garden City PCN', 'dartford-gravesham-swanley'],
  ['U08711', 'Gravesend Alliance PCN', 'dartford-gravesham-swanley'],
  ['U27026', 'Gravesend Central PCN', 'dartford-gravesham-swanley'],
  ['U74266', 'LMN PCN', 'dartford-gravesham-swanley'],
  ['U40722', 'Swanley & Rural PCN', 'dartford-gravesham-swanley'],
  ['U47228', 'ABC PCN', 'west-kent'],
  ['U92100', 'Athena PCN', 'west-kent'],
  ['U67133', 'Maidstone Central PCN', 'west-kent'],
  ['U05510', 'Malling PCN', 'west-kent'],
  ['U24481', 'Sevenoaks PCN', 'west-kent'],
  ['U29398', 'The Mote & Wallis Health Primary Care Network', 'west-kent'],
  ['U13761', 'The Ridge PCN', 'west-kent'],
  ['U26743', 'Tonbridge PCN', 'west-kent'],
  ['U68970', 'Tunbridge Wells PCN', 'west-kent'],
  ['U92096', 'Weald PCN', 'west-kent'],
  ['U13680', 'Aspire Medical PCN', 'medway-swale'],
  ['U76908', 'Gillingham South PCN', 'medway-swale'],
  ['U78466', 'Medway Central PCN', 'medway-swale'],
  ['U56757', 'Medway Peninsula PCN', 'medway-swale'],
  ['U61151', 'Medway Rainham PCN', 'medway-swale'],
  ['U21965', 'Medway South PCN', 'medway-swale'],
  ['U43072', 'Medway Valley PCN', 'medway-swale'],
  ['U12550', 'MPA PCN', 'medway-swale'],
  ['U10128', 'Sheppey PCN', 'medway-swale'],
  ['U37339', 'Sittingbourne PCN', 'medway-swale'],
  ['U27664', 'Strood PCN', 'medway-swale'],
  ['U50767', 'Ashford Medical Partnership PCN', 'east-kent'],
  ['U07648', 'Ashford Rural PCN', 'east-kent'],
  ['U73009', 'Canterbury North PCN', 'east-kent'],
  ['U84081', 'Canterbury South PCN', 'east-kent'],
  ['U67045', 'Care Kent PCN', 'east-kent'],
  ['U25255', 'Deal & Sandwich PCN', 'east-kent'],
  ['U34235', 'Dover Town PCN', 'east-kent'],
  ['U11490', 'Faversham PCN', 'east-kent'],
  ['U80502', 'Folkestone Hythe & Rural PCN', 'east-kent'],
  ['U21470', 'Herne Bay PCN', 'east-kent'],
  ['U91844', 'Margate PCN', 'east-kent'],
  ['U87442', 'Mid Kent PCN', 'east-kent'],
  ['U11684', 'Ramsgate PCN', 'east-kent'],
  ['U22192', 'The Marsh PCN', 'east-kent'],
  ['U44623', 'Total Health Excellence East PCN', 'east-kent'],
  ['U51839', 'Total Health Excellence West PCN', 'east-kent'],
  ['U32995', 'Whitstable PCN', 'east-kent'],
];

/**
 * The 45 primary care networks ("neighbourhoods"). Source: NHS Organisation Data Service (Open Government
 * Licence v3.0), November 2026. Places derive from the practices' postcodes and need the ICB's confirmation.
 */
export const networks: readonly { readonly ods: string; readonly name: string; readonly place: PlaceId }[] =
  rows.map(([ods, name, place]) => ({ ods, name, place }));
