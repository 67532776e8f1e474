import type { Row, Table } from '../../functions/store/table/table.ts';
import { type Practitioner, type PendingOffer } from '../../shared/people/practitioner.ts';
import { withoutSilence } from '../../shared/people/silence.ts';

/** The rules about offers that matching is made to forget. */
interface Forgotten {
  /** That a new offer needs a place about which no other offer asks. */
  readonly places?: boolean;
  /** That two offers in a row had no answer. */
  readonly silence?: boolean;
}

/** Offers of a practitioner from which on matching sees them, as it did before it counted places. */
const MOST = 3;

/**
 * Shows the table to matching as if the rules about live offers did not exist: for planted faults, and to compare figures
 * with those before the rules. Give it to matching only, because other use cases need the rows as they are.
 */
export const withoutOfferLimits = (table: Table, { places = false, silence = false }: Forgotten): Table => {
  const hidden = new Map<string, readonly PendingOffer[]>();
  const shown = (row: Row): Row => {
    if (row['kind'] !== 'practitioner') return row;
    const noun = row['noun'] as Practitioner;
    const isHidden = places && noun.pendingOffers.length < MOST;
    if (places) hidden.set(noun.id, isHidden ? noun.pendingOffers : []);
    const changed = isHidden ? { ...noun, pendingOffers: [] } : noun;
    return { ...row, noun: silence ? withoutSilence(changed) : changed };
  };
  return {
    ...table,
    get: async (wanted) => (await table.get(wanted)).map(shown),
    query: async (asked) => (await table.query(asked)).map(shown),
    commit: (changes, key) =>
      table.commit(
        changes.map((change) => {
          if (change.do !== 'put' || change.row['kind'] !== 'practitioner') return change;
          const noun = change.row['noun'] as Practitioner;
          const pendingOffers = [...(hidden.get(noun.id) ?? []), ...noun.pendingOffers];
          return { ...change, row: { ...change.row, noun: { ...noun, pendingOffers } } };
        }),
        key,
      ),
  };
};
