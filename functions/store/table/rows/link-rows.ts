import { linkSchema } from '../../../../shared/notifications/link.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** What a link in an e-mail opens. Contains ids only; the key contains the hash of the link's token. */
export const linkRows = rowsOfKind({ kind: 'link', attribute: 'link', schema: linkSchema, personal: [] });
