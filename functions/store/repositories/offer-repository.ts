import { isOfferIn, type Offer, type OfferIn, type OfferState } from '../../../shared/offers/offer.ts';
import { keys, lists } from '../table/keys.ts';
import { type ListPage, listPage, type PageOf } from '../table/list-page.ts';
import { offerRows } from '../table/rows/offer-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface OfferRepository {
  find(id: string): Promise<Offer | undefined>;
  /** Reads the pending offers that have expired at `now`, longest overdue first. The index may lag. */
  overdue(now: string): Promise<readonly Offer[]>;
  pending(): Promise<readonly Offer[]>;
  /** Reads one page of the pending offers, those that expire first before the others. */
  pendingPage(page: PageOf): Promise<ListPage<Offer>>;
  /** Reads the offers that reached `state` at or after `since`. */
  decidedSince<State extends Exclude<OfferState, 'pending'>>(
    state: State,
    since: string,
  ): Promise<readonly OfferIn<State>[]>;
  /** Reads one page of the offers in one state, those decided first before the others. The page's `until` is an instant. */
  decidedPage<State extends Exclude<OfferState, 'pending'>>(
    state: State,
    page: PageOf,
  ): Promise<ListPage<OfferIn<State>>>;
  save(offer: Offer, states?: readonly OfferState[]): Change;
}

export const offerRepository = (table: Table): OfferRepository => ({
  find: async (id) => {
    const [row] = await table.get([keys.offer(id)]);
    return row === undefined ? undefined : offerRows.parse(row);
  },
  overdue: async (now) =>
    offerRows.parseAll(
      table,
      await table.query({ from: 'by-list', partition: lists.offers('pending'), atMost: `${now}#~` }),
    ),
  pending: async () =>
    offerRows.parseAll(table, await table.query({ from: 'by-list', partition: lists.offers('pending') })),
  pendingPage: (page) =>
    listPage(table, lists.offers('pending'), page, (rows) => offerRows.parseAll(table, rows)),
  decidedSince: async (state, since) =>
    offerRows
      .parseAll(table, await table.query({ from: 'by-list', partition: lists.offers(state), atLeast: since }))
      .filter(isOfferIn(state)),
  decidedPage: (state, { until, ...page }) =>
    listPage(
      table,
      lists.offers(state),
      { ...page, ...(until === undefined ? {} : { until: `${until}#~` }) },
      (rows) => offerRows.parseAll(table, rows).filter(isOfferIn(state)),
    ),
  save: offerRows.save,
});
