import { linkSchema } from '../../../../shared/notifications/link.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** The target of a link in an e-mail. Contains ids only; the key contains the hash of the link's token. */
export const linkRows = rowsOfKind({ kind: 'link', attribute: 'link', schema: linkSchema, personal: [] });
