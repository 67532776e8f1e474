import type { Link } from '../../../shared/notifications/link.ts';
import type { Email } from '../../../shared/notifications/email.ts';
import type { Match } from '../../../shared/matches/match.ts';
import type { Offer } from '../../../shared/offers/offer.ts';
import { rowsFoundUnder } from '../../store/rows-found-under.ts';
import { keys } from '../../store/table/keys.ts';
import { emailRows } from '../../store/table/rows/email-rows.ts';
import { linkRows } from '../../store/table/rows/link-rows.ts';
import { matchRows } from '../../store/table/rows/match-rows.ts';
import { offerRows } from '../../store/table/rows/offer-rows.ts';
import type { RowsOfKind } from '../../store/table/rows-of-kind.ts';
import type { Table } from '../../store/table/table.ts';

export interface OwnRecords {
  readonly matches: readonly Match[];
  readonly offers: readonly Offer[];
  readonly emails: readonly Email[];
  readonly links: readonly Link[];
}

/**
 * Reads the offers, matches, e-mails and links of a practitioner or request, in any state. Reads only what belongs to
 * them, whatever else the table holds.
 * @param table a table whose `setAside` decides about unreadable rows
 */
export const ownRecords = async (
  table: Table,
  noun: 'practitioner' | 'request',
  id: string,
): Promise<OwnRecords> => {
  const rows = await rowsFoundUnder(table, [keys.recordsOf(noun, id)]);
  const ofKind = <Value>({ kind, parseAll }: Pick<RowsOfKind<Value>, 'kind' | 'parseAll'>) =>
    parseAll(
      table,
      rows.filter((row) => row['kind'] === kind),
    );
  const field = noun === 'practitioner' ? 'practitionerId' : 'requestId';
  return {
    matches: ofKind(matchRows).filter((one) => one[field] === id),
    offers: ofKind(offerRows).filter((one) => one[field] === id),
    emails: ofKind(emailRows).filter(({ about }) => about[field] === id),
    links: ofKind(linkRows).filter((one) => one[field] === id),
  };
};
