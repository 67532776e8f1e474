import { emailSchema } from '../../../../shared/notifications/email.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** An e-mail to be sent (outbox). Contains ids only, never an address or a name. */
export const emailRows = nounRows({
  kind: 'email',
  schema: emailSchema,
  key: ({ id }) => keys.email(id),
  list: ({ state, notBefore, createdAt, id }) =>
    state === 'pending' || state === 'leased'
      ? { pk: lists.emailsPending, sk: `${notBefore}#${id}` }
      : { pk: lists.emailsDone, sk: `${createdAt}#${id}` },
  personal: [],
});
