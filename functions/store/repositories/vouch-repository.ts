import type { Vouch } from '../../../shared/people/vouch.ts';
import { keys } from '../table/keys.ts';
import { vouchRows } from '../table/rows/vouch-rows.ts';
import type { Change, Table } from '../table/table.ts';

export interface VouchRepository {
  /** Reads what confirmed people were asked about a DPP, with strong consistency. */
  of(practitionerId: string): Promise<readonly Vouch[]>;
  save(vouch: Vouch): Change;
  /** Returns the changes that file a question, and its answer, under another organisation. */
  moved(vouch: Vouch, organisationId: string): readonly Change[];
  /** Returns the changes that delete everything that confirmed people were asked about a DPP. */
  removalsOf(practitionerId: string): Promise<readonly Change[]>;
}

/** Stores who was asked to vouch for whom, and what they answered. */
export const vouchRepository = (table: Pick<Table, 'query' | 'setAside'>): VouchRepository => {
  const rowsOf = (practitionerId: string) =>
    table.query({
      from: 'table',
      partition: keys.practitioner(practitionerId).pk,
      beginsWith: keys.vouchPrefix,
    });
  return {
    of: async (practitionerId) => vouchRows.parseAll(table, await rowsOf(practitionerId)),
    save: (vouch) => vouchRows.save(vouch),
    moved: (vouch, organisationId) => [
      {
        do: 'remove',
        key: keys.vouch(vouch.practitionerId, vouch.organisationId, vouch.personId),
        when: { is: 'anything' },
      },
      vouchRows.save({ ...vouch, version: 0, organisationId }),
    ],
    removalsOf: async (practitionerId) =>
      (await rowsOf(practitionerId)).map(({ pk, sk }) => ({
        do: 'remove',
        key: { pk, sk },
        when: { is: 'anything' },
      })),
  };
};
