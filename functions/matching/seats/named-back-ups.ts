import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { Seat } from '../../../shared/requests/request.ts';
import { sameMailbox } from '../../../shared/people/same-person.ts';
import { readNouns } from '../../store/read-nouns.ts';
import type { Table } from '../../store/table/table.ts';
import { ownerOfAddress } from '../../store/unique-claims.ts';

/**
 * Finds out who is the back-up of somebody who has left a seat. The listing of the person who left names the back-up by
 * address. After that listing has been erased, the seat names the back-up by id.
 * @returns a function that recognises a back-up; undefined if nobody has left the seat
 */
export const namedBackUps =
  (table: Table) =>
  async ({ tried }: Seat): Promise<((practitioner: Practitioner) => boolean) | undefined> => {
    const left = tried.filter(({ outcome }) => outcome === 'left');
    if (left.length === 0) return undefined;
    const { practitioners } = await readNouns(table, {
      practitioners: left.map(({ practitionerId }) => practitionerId),
    });
    const addresses = [...practitioners.values()].flatMap(({ backUpEmail }) =>
      backUpEmail === undefined || backUpEmail.trim() === '' ? [] : [backUpEmail],
    );
    const ids = new Set(tried.map(({ backUpId }) => backUpId));
    // Practitioners of a file have no address: the owners of the addresses are found by their claims.
    for (const one of addresses) {
      const owner = await ownerOfAddress(table, one);
      if (owner?.elsewhere === undefined) ids.add(owner?.id);
    }
    return ({ id, email }) => ids.has(id) || addresses.some((one) => sameMailbox(one, email));
  };
