import { linkSchema } from '../../../../shared/notifications/link.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** What a token in an e-mail opens: ids only. */
export const linkRows = rowsOfKind({ kind: 'link', attribute: 'link', schema: linkSchema, personal: [] });
