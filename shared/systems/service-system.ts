import { type Geography, geographyOf } from '../geography/geography.ts';
import type { Travel } from '../geography/travel.ts';
import type { Wording } from './consent-wordings.ts';
import type { PublishedSystem } from './published-system.ts';
import type { ServiceSettings } from './service-settings.ts';
import type { SystemFile } from './system-file.ts';

/** The service of a neighbour in the same deployment. */
export interface NeighbouringService {
  /** Id of the system. */
  readonly id: string;
  /** ODS code of the board. */
  readonly board: string;
  readonly boardName: string;
  /** Name of its area. */
  readonly name: string;
  /** Its outcodes that lie at the border with this system. */
  readonly outcodes: readonly string[];
  /** Base URL of its pages, without a slash at its end. */
  readonly siteUrl: string;
}

/** A system as the service uses it: one integrated care board, or a part of one, with its data at hand. */
export interface ServiceSystem {
  /** Id of the system, as in its folder's name: "anyshire". */
  readonly id: string;
  readonly board: SystemFile['board'];
  /** Name of the area, as pages say it: "Anyshire". */
  readonly name: string;
  /** The area after "in": "Anyshire". */
  readonly partOfCountry: string;
  /** An outcode and a town of the system, for hints: ["AB1", "Saltmouth"]. */
  readonly searchExamples: readonly [outcode: string, town: string];
  readonly contact: SystemFile['contact'];
  readonly logo?: NonNullable<SystemFile['logo']>;
  readonly geography: Geography;
  readonly travel: Travel;
  /** Outcodes at the border that belong to another board. */
  readonly neighbouringOutcodes: NonNullable<SystemFile['neighbouringOutcodes']>;
  readonly neighbouringServices: readonly NeighbouringService[];
  /** Whether the list of organisations has practices and pharmacies. */
  readonly workplacesListed: boolean;
  readonly networks: SystemFile['networks'];
  readonly trusts: SystemFile['trusts'];
  readonly universities: SystemFile['universities'];
  readonly settings: ServiceSettings;
  /** The wordings to which people agree. */
  readonly consent: Readonly<Record<'register' | 'request', Wording>>;
  /** What differs from the common policy of matching; see `policyOf`. */
  readonly policy?: NonNullable<PublishedSystem['policy']>;
}

/**
 * Makes a system from its published file and its drives.
 * @param neighbouringServices the services of other boards in the same deployment
 */
export const serviceSystemFrom = (
  file: PublishedSystem,
  travel: Travel,
  neighbouringServices: readonly NeighbouringService[] = [],
): ServiceSystem => ({
  id: file.id,
  board: file.board,
  name: file.name,
  partOfCountry: file.partOfCountry,
  searchExamples: file.searchExamples,
  contact: file.contact,
  ...(file.logo === undefined ? {} : { logo: file.logo }),
  geography: geographyOf(file),
  travel,
  neighbouringOutcodes: file.neighbouringOutcodes ?? [],
  neighbouringServices,
  workplacesListed: file.workplacesListed ?? true,
  networks: file.networks,
  trusts: file.trusts,
  universities: file.universities,
  settings: file.settings,
  consent: file.consent,
  ...(file.policy === undefined ? {} : { policy: file.policy }),
});
