import type { PlaceId } from './places.ts';

/**
 * The 13 districts with their ONS codes, each with the places in which it lies. For a district in two places,
 * the place with its larger part comes first. (Data: OGL v3.0.)
 */
export const districts: readonly {
  readonly ons: string;
  readonly name: string;
  readonly places: readonly PlaceId[];
}[] = [
  { ons: 'E07000105', name: 'Ashford', places: ['east-kent'] },
  { ons: 'E07000106', name: 'Canterbury', places: ['east-kent'] },
  { ons: 'E07000107', name: 'Dartford', places: ['dartford-gravesham-swanley'] },
  { ons: 'E07000108', name: 'Dover', places: ['east-kent'] },
  { ons: 'E07000109', name: 'Gravesham', places: ['dartford-gravesham-swanley'] },
  { ons: 'E07000110', name: 'Maidstone', places: ['west-kent'] },
  { ons: 'E07000111', name: 'Sevenoaks', places: ['west-kent', 'dartford-gravesham-swanley'] },
  { ons: 'E07000112', name: 'Folkestone and Hythe', places: ['east-kent'] },
  { ons: 'E07000113', name: 'Swale', places: ['medway-swale', 'east-kent'] },
  { ons: 'E07000114', name: 'Thanet', places: ['east-kent'] },
  { ons: 'E07000115', name: 'Tonbridge and Malling', places: ['west-kent'] },
  { ons: 'E07000116', name: 'Tunbridge Wells', places: ['west-kent'] },
  { ons: 'E06000035', name: 'Medway', places: ['medway-swale'] },
];
