/** A part of a system in which health and care organisations plan together. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly population?: number;
  /** Ids of the places that touch this one. */
  readonly neighbours: readonly string[];
}

/** A local authority district; if it lies in two places, the place with its larger part comes first. */
export interface District {
  readonly ons: string;
  readonly name: string;
  readonly places: readonly string[];
}

/** The first half of a postcode, with its main town. */
export interface Outcode {
  readonly outcode: string;
  readonly town: string;
  readonly place: string;
  /** Code of the district in which the town lies, if known. */
  readonly district?: string;
  /** Latitude of the town in degrees (WGS 84), if known. */
  readonly latitude?: number;
  /** Longitude of the town in degrees (WGS 84), if known. */
  readonly longitude?: number;
}

/** Another name of a town: "Saltmouth Island", AB12. */
export interface TownName {
  readonly name: string;
  readonly outcode: string;
}

/** The places, districts and outcodes of one system. */
export interface Geography {
  readonly places: readonly Place[];
  readonly districts: readonly District[];
  readonly outcodes: readonly Outcode[];
  /** Other names of towns, with the outcode that each one means. */
  readonly otherTownNames: readonly TownName[];
  /** Names that people write after a town: "Anyshire". */
  readonly counties: readonly string[];
  /** Finds an outcode as typed: "ab1", "AB1 4AB" or "AB 1"; undefined if it is not one of this system's. */
  readonly outcodeOf: (written: string) => Outcode | undefined;
  /** Finds the district in which an outcode's town lies; undefined if the data do not say. */
  readonly districtAt: (outcode: string) => District | undefined;
  /** Returns the name of a place; returns an unknown id unchanged. */
  readonly placeName: (id: string) => string;
  /** Returns the ids of the places that touch a place; none for an unknown place. */
  readonly neighboursOf: (id: string) => readonly string[];
}

/** Finds the names of places, for texts. */
export type PlaceNames = Pick<Geography, 'placeName'>;

/** Finds the names of the place and of the district of a site, for listings. */
export type SiteNames = Pick<Geography, 'placeName' | 'districtAt'>;

interface GeographyData {
  readonly places: readonly Place[];
  readonly districts: readonly District[];
  readonly outcodes: readonly Outcode[];
  readonly otherTownNames?: readonly TownName[];
  readonly counties?: readonly string[];
}

/** Makes the geography of a system from its data. */
export const geographyOf = ({
  places,
  districts,
  outcodes,
  otherTownNames = [],
  counties = [],
}: GeographyData): Geography => {
  const placeById = new Map(places.map((place) => [place.id, place]));
  const districtByCode = new Map(districts.map((district) => [district.ons, district]));
  const byOutcode = new Map(outcodes.map((row) => [row.outcode, row]));
  return {
    places,
    districts,
    outcodes,
    otherTownNames,
    counties,
    outcodeOf: (written) => {
      const letters = written.toUpperCase().replace(/[^A-Z0-9]/g, '');
      return byOutcode.get(letters) ?? byOutcode.get(letters.replace(/[0-9][A-Z]{2}$/, ''));
    },
    districtAt: (outcode) => districtByCode.get(byOutcode.get(outcode)?.district ?? ''),
    placeName: (id) => placeById.get(id)?.name ?? id,
    neighboursOf: (id) => placeById.get(id)?.neighbours ?? [],
  };
};
