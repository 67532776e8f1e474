import type { PlaceId } from '../geography/places.ts';

/**
 * NHS trusts in Kent and Medway, each under the place of its head office (several work in all four places).
 * Source: NHS Organisation Data Service (Open Government Licence v3.0).
 */
export const trusts: readonly { readonly ods: string; readonly name: string; readonly place: PlaceId }[] = [
  { ods: 'RN7', name: 'Dartford and Gravesham NHS Trust', place: 'dartford-gravesham-swanley' },
  { ods: 'RVV', name: 'East Kent Hospitals University NHS Foundation Trust', place: 'east-kent' },
  { ods: 'RYY', name: 'Kent Community Health NHS Foundation Trust', place: 'east-kent' },
  { ods: 'RXY', name: 'Kent and Medway Mental Health NHS Trust', place: 'west-kent' },
  { ods: 'RWF', name: 'Maidstone and Tunbridge Wells NHS Trust', place: 'west-kent' },
  { ods: 'RPA', name: 'Medway NHS Foundation Trust', place: 'medway-swale' },
  { ods: 'RYD', name: 'South East Coast Ambulance Service NHS Foundation Trust', place: 'medway-swale' },
];
