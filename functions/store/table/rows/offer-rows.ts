import { offerSchema } from '../../../../shared/offers/offer.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** An offer of a seat to one practitioner. Sorted in the index by when it expires or was decided. */
export const offerRows = nounRows({
  kind: 'offer',
  schema: offerSchema,
  key: ({ id }) => keys.offer(id),
  list: (offer) => ({
    pk: lists.offers(offer.state),
    sk: `${offer.state === 'pending' ? offer.expiresAt : offer.decidedAt}#${offer.id}`,
  }),
  personal: ['declineNote'],
});
