/** The four Health and Care Partnerships ("places") of Kent and Medway. */
export const places = [
  { id: 'dartford-gravesham-swanley', words: 'Dartford, Gravesham and Swanley' },
  { id: 'east-kent', words: 'East Kent' },
  { id: 'medway-swale', words: 'Medway and Swale' },
  { id: 'west-kent', words: 'West Kent' },
] as const;

export type PlaceId = (typeof places)[number]['id'];

export const placeIds = places.map(({ id }) => id);

export const neighbouringPlaces: Readonly<Record<PlaceId, readonly PlaceId[]>> = {
  'dartford-gravesham-swanley': ['medway-swale', 'west-kent'],
  'east-kent': ['medway-swale', 'west-kent'],
  'medway-swale': ['dartford-gravesham-swanley', 'east-kent', 'west-kent'],
  'west-kent': ['dartford-gravesham-swanley', 'east-kent', 'medway-swale'],
};
