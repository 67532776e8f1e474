import type { Match } from '../../shared/matches/match.ts';
import type { Offer } from '../../shared/offers/offer.ts';
import { isErased } from '../../shared/kernel/is-erased.ts';
import type { Practitioner } from '../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import { keys } from './table/keys.ts';
import type { NounRows } from './table/noun-rows.ts';
import { ofKinds } from './table/read-rows.ts';
import { matchRows } from './table/rows/match-rows.ts';
import { offerRows } from './table/rows/offer-rows.ts';
import { practitionerRows } from './table/rows/practitioner-rows.ts';
import { requestRows } from './table/rows/request-rows.ts';
import type { Key, Row, Table } from './table/table.ts';

/** The ids of the entities to read, by kind. */
export interface Wanted {
  readonly requests?: readonly string[];
  readonly practitioners?: readonly string[];
  readonly offers?: readonly string[];
  readonly matches?: readonly string[];
}

/** The entities that were found, by kind and id; without erased ones. */
export interface Nouns {
  readonly requests: ReadonlyMap<string, SupervisionRequest>;
  readonly practitioners: ReadonlyMap<string, Practitioner>;
  readonly offers: ReadonlyMap<string, Offer>;
  readonly matches: ReadonlyMap<string, Match>;
}

const keysOf = ({ requests = [], practitioners = [], offers = [], matches = [] }: Wanted): readonly Key[] => [
  ...[...new Set(requests)].map(keys.request),
  ...[...new Set(practitioners)].map(keys.practitioner),
  ...[...new Set(offers)].map(keys.offer),
  ...[...new Set(matches)].map(keys.match),
];

const kinds = [requestRows, practitionerRows, offerRows, matchRows];

const ofKind = <Noun>(stored: readonly Row[], { kind, parse }: NounRows<Noun>): readonly Noun[] =>
  stored.filter((row) => row['kind'] === kind).map(parse);

const byId = <Noun extends { readonly id: string }>(nouns: readonly Noun[]): ReadonlyMap<string, Noun> =>
  new Map(nouns.map((noun) => [noun.id, noun]));

/**
 * Reads entities of several kinds in one call, at most 100 ids in all. Leaves out ids without a row, and erased
 * people and requests.
 * @throws {UnreadableRow} if the row of an entity cannot be read
 */
export const readNouns = async (table: Pick<Table, 'get'>, wanted: Wanted): Promise<Nouns> => {
  const asked = keysOf(wanted);
  const stored = ofKinds(asked.length === 0 ? [] : await table.get(asked), kinds);
  return {
    requests: byId(ofKind(stored, requestRows).filter((one) => !isErased(one))),
    practitioners: byId(ofKind(stored, practitionerRows).filter((one) => !isErased(one))),
    offers: byId(ofKind(stored, offerRows)),
    matches: byId(ofKind(stored, matchRows)),
  };
};
