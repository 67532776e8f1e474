import {
  isOfferIn,
  type Offer,
  type OfferIn,
  type OfferState,
  offerSchema,
} from '../../../shared/offers/offer.ts';
import { keys, lists } from '../table/keys.ts';
import { rowsOf } from '../table/row.ts';
import type { Change, Table } from '../table/table.ts';

const rows = rowsOf<Offer>({
  kind: 'offer',
  schema: offerSchema,
  key: ({ id }) => keys.offer(id),
  list: (offer) => ({
    pk: lists.offers(offer.state),
    sk: `${offer.state === 'pending' ? offer.expiresAt : offer.decidedAt}#${offer.id}`,
  }),
});

export interface OfferRepository {
  find(id: string): Promise<Offer | undefined>;
  /** Pending offers whose time is over at `now`, longest overdue first. The index may lag. */
  overdue(now: string): Promise<readonly Offer[]>;
  pending(): Promise<readonly Offer[]>;
  /** Offers that reached `state` at or after `since`. */
  decidedSince<State extends Exclude<OfferState, 'pending'>>(
    state: State,
    since: string,
  ): Promise<readonly OfferIn<State>[]>;
  save(offer: Offer, states?: readonly OfferState[]): Change;
}

export const offerRepository = (table: Table): OfferRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.offer(id)]);
    return row === undefined ? undefined : rows.parse(row);
  },
  overdue: async (now) =>
    rows.parseAll(
      table,
      await table.query({ from: 'by-list', partition: lists.offers('pending'), atMost: `${now}#~` }),
    ),
  pending: async () =>
    rows.parseAll(table, await table.query({ from: 'by-list', partition: lists.offers('pending') })),
  decidedSince: async (state, since) =>
    rows
      .parseAll(table, await table.query({ from: 'by-list', partition: lists.offers(state), atLeast: since }))
      .filter(isOfferIn(state)),
  save: rows.save,
});
