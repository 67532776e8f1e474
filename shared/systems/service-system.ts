import { type Geography, geographyOf } from '../geography/geography.ts';
import type { Travel } from '../geography/travel.ts';
import type { SystemFile } from './system-file.ts';

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
  readonly networks: SystemFile['networks'];
  readonly trusts: SystemFile['trusts'];
  readonly universities: SystemFile['universities'];
}

/** Makes a system from its published file and its drives. */
export const serviceSystemFrom = (file: SystemFile, travel: Travel): ServiceSystem => ({
  id: file.id,
  board: file.board,
  name: file.name,
  partOfCountry: file.partOfCountry,
  searchExamples: file.searchExamples,
  contact: file.contact,
  ...(file.logo === undefined ? {} : { logo: file.logo }),
  geography: geographyOf(file),
  travel,
  networks: file.networks,
  trusts: file.trusts,
  universities: file.universities,
});
