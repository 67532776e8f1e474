import type { PublishedOrganisations } from '../published-organisations.ts';
import type { SystemFile } from '../system-file.ts';

type Row = PublishedOrganisations['organisations'][number];

/** An organisation in the published list of a system. */
export interface KnownOrganisation {
  /** Code of the Organisation Data Service; for a university, "UKPRN" and its provider number. */
  readonly code: string;
  readonly name: string;
  readonly kind: Row[2];
  readonly postcode: string;
  readonly outcode: string;
  readonly town: string;
  /** Id of the place, from the organisation's own record. Empty if it has none in the system. */
  readonly place: string;
  /** Building and street, without the organisation's own name and without the town. */
  readonly street: string;
  /** Code of the owner, who employs the people of this organisation; undefined if it has no owner. */
  readonly owner: string | undefined;
  readonly status: Row[8];
  /** Day on which it closed; empty if it did not, or if the day is not known. */
  readonly closedOn: string;
}

/** What the list of a system's organisations is made from. */
export interface OrganisationSources extends Pick<SystemFile, 'board' | 'trusts' | 'networks'> {
  readonly published: PublishedOrganisations;
}

const streetOf = (name: string, town: string, address: string): string => {
  const parts = address
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const is = (part: string | undefined, other: string) => part?.toLowerCase() === other.toLowerCase();
  const from = parts.length > 1 && is(parts[0], name) ? 1 : 0;
  const to = parts.length - from > 1 && is(parts.at(-1), town) ? -1 : undefined;
  return parts.slice(from, to).join(', ');
};

/** The network of a practice is not its owner, and neither is the board, which is the parent of most others. */
const ownerOf = (kind: Row[2], parent: string, board: string): string | undefined =>
  parent === '' || parent === board || kind === 'gp-practice' || kind === 'pcn' || kind === 'nhs-trust'
    ? undefined
    : parent;

const fromRow = (row: Row, board: string): KnownOrganisation => {
  const [code, name, kind, postcode, outcode, town, place, parent, status, , closedOn, address] = row;
  return {
    code,
    name,
    kind,
    postcode,
    outcode,
    town,
    place,
    street: streetOf(name, town, address),
    owner: ownerOf(kind, parent, board),
    // A few rows of the source still call an organisation active after the day on which it closed.
    status: closedOn === '' ? status : 'closed',
    closedOn,
  };
};

const nameOnly = { postcode: '', outcode: '', town: '', street: '', owner: undefined, closedOn: '' };

/**
 * Lists the organisations of a system: the published ones, and the trusts and networks that only the system's main
 * file has.
 */
export const knownOrganisationsOf = ({
  published,
  board,
  trusts,
  networks,
}: OrganisationSources): readonly KnownOrganisation[] => {
  const listed = published.organisations.map((row) => fromRow(row, board.ods));
  const codes = new Set(listed.map(({ code }) => code));
  const named = (kind: Row[2], rows: readonly { ods: string; name: string; place?: string }[]) =>
    rows
      .filter(({ ods }) => !codes.has(ods))
      .map(({ ods, name, place = '' }): KnownOrganisation => ({
        ...nameOnly,
        code: ods,
        name,
        kind,
        place,
        status: 'active',
      }));
  return [...listed, ...named('nhs-trust', trusts), ...named('pcn', networks)];
};
