import { type Match, matchSchema } from '../../shared/matches/match.ts';
import { type Offer, offerSchema } from '../../shared/offers/offer.ts';
import { type Practitioner, practitionerSchema } from '../../shared/people/practitioner.ts';
import { requestSchema, type SupervisionRequest } from '../../shared/requests/request.ts';
import { keys } from './table/keys.ts';
import { readRow } from './table/read-rows.ts';
import type { Key, Row, Table } from './table/table.ts';

/** Ids of what is wanted, noun by noun. */
export interface Wanted {
  readonly requests?: readonly string[];
  readonly practitioners?: readonly string[];
  readonly offers?: readonly string[];
  readonly matches?: readonly string[];
}

/** What was found, by id. */
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

const note = <Noun extends { readonly id: string }>(nouns: Map<string, Noun>, noun: Noun): void => {
  nouns.set(noun.id, noun);
};

/**
 * Reads nouns of several kinds in one call (100 at most): what a decision looks at belongs together.
 * @throws {UnreadableRow} when one of them cannot be read: absent is not the same
 */
export const readNouns = async (table: Pick<Table, 'get'>, wanted: Wanted): Promise<Nouns> => {
  const requests = new Map<string, SupervisionRequest>();
  const practitioners = new Map<string, Practitioner>();
  const offers = new Map<string, Offer>();
  const matches = new Map<string, Match>();
  const asked = keysOf(wanted);
  const read = ({ kind, noun }: Row): void => {
    switch (kind) {
      case 'request':
        note(requests, requestSchema.parse(noun));
        break;
      case 'practitioner':
        note(practitioners, practitionerSchema.parse(noun));
        break;
      case 'offer':
        note(offers, offerSchema.parse(noun));
        break;
      case 'match':
        note(matches, matchSchema.parse(noun));
        break;
      default:
        throw new Error(`a row of another kind: ${String(kind)}`);
    }
  };
  for (const row of asked.length === 0 ? [] : await table.get(asked)) readRow(row, read);
  return { requests, practitioners, offers, matches };
};
