import type { ServiceSystem } from '../../shared/systems/service-system.ts';

type Logo = NonNullable<ServiceSystem['logo']>;

/** Names and addresses that the pages of one system show. */
export interface Branding {
  readonly service: string;
  readonly area: string;
  /** The area after "in". */
  readonly partOfCountry: string;
  readonly owner: string;
  readonly ownerAddress: string;
  readonly contactEmail: string;
  readonly privacyEmail: string;
  readonly securityEmail: string;
  /** An outcode and a town of the area, for hints. */
  readonly searchExamples: readonly [outcode: string, town: string];
  readonly logo?: Logo;
}

/** The branding of a system. Only the name of the service is the same everywhere. */
export const brandingOf = ({
  name,
  partOfCountry,
  searchExamples,
  contact,
  logo,
}: Pick<ServiceSystem, 'name' | 'partOfCountry' | 'searchExamples' | 'contact' | 'logo'>): Branding => ({
  service: 'DPP Match',
  area: name,
  partOfCountry,
  searchExamples,
  ...contact,
  ...(logo === undefined ? {} : { logo }),
});
