import { ledgerEntrySchema } from '../../../../shared/matches/ledger.ts';
import { rowsOfKind } from '../rows-of-kind.ts';

/**
 * An entry in an organisation's ledger: a learner of another organisation whom it hosts, or a learner of its own who
 * is hosted elsewhere.
 */
export const ledgerRows = rowsOfKind({
  kind: 'ledger',
  attribute: 'entry',
  schema: ledgerEntrySchema,
  personal: [],
});
