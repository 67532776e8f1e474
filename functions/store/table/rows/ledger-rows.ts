import { ledgerEntrySchema } from '../../../../shared/matches/ledger.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/** One line of an organisation's book of give and take. */
export const ledgerRows = rowsOfKind({
  kind: 'ledger',
  attribute: 'entry',
  schema: ledgerEntrySchema,
  personal: [],
});
