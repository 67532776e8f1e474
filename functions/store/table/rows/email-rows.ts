import { classOfEmail, emailSchema } from '../../../../shared/notifications/email.ts';
import { keys, lists } from '../keys.ts';
import { nounRows } from '../noun-rows.ts';

/** An e-mail to be sent (outbox). Contains ids only, never an address or a name. */
export const emailRows = nounRows({
  kind: 'email',
  schema: emailSchema,
  key: ({ id }) => keys.email(id),
  list: ({ name, state, notBefore, createdAt, id }) =>
    state === 'pending' || state === 'leased'
      ? // Sorts those that were held back to the same hour by their age.
        { pk: lists.emailsPending(classOfEmail[name]), sk: `${notBefore}#${createdAt}#${id}` }
      : { pk: lists.emailsDone, sk: `${createdAt}#${id}` },
  personal: [],
});
