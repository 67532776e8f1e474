import { linkRepository } from '../../functions/store/repositories/link-repository.ts';
import { organisationRepository } from '../../functions/store/repositories/organisation-repository.ts';
import { practitionerRepository } from '../../functions/store/repositories/practitioner-repository.ts';
import { claim } from '../../functions/store/unique-claims.ts';
import { systemTable } from '../../functions/store/table/system-table.ts';
import type { Change, Table } from '../../functions/store/table/table.ts';
import { aPractitioner } from './builders.ts';
import { anOrganisation } from './email-samples.ts';

export const FROM = 'riverlands';
export const INTO = 'hillshire';

/** Token of the link of a DPP, as in an e-mail that the DPP has received. */
export const tokenOf = (id: string): string => id.padEnd(43, 'T');

export const idsOf = (systemId: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${systemId}${index}`);

/** Fills two systems with DPPs who have claims and links, and with organisations of which both know the first. */
export const fillTwoSystems = async (stored: Table, count: number): Promise<void> => {
  for (const systemId of [FROM, INTO]) {
    const table = systemTable(stored, systemId);
    const practitioners = practitionerRepository(table);
    const changesFor = (id: string, index: number): readonly Change[] => {
      const practitioner = aPractitioner({
        version: 0,
        id,
        email: `${id}@dpp.example`,
        registrationNumber: `${systemId}-${index}`,
      });
      return [
        practitioners.save(practitioner),
        ...claim(table, practitioner),
        linkRepository(table).mint(
          {
            kind: 'manage',
            recipient: 'practitioner',
            practitionerId: id,
            expiresAt: '2027-11-21T09:00:00.000Z',
          },
          tokenOf(id),
        ),
      ];
    };
    const all = idsOf(systemId, count).map(changesFor);
    for (let start = 0; start < all.length; start += 25) {
      const outcome = await table.commit(all.slice(start, start + 25).flat());
      if (!outcome.committed) throw new Error('the systems could not be filled');
    }
    const { leadName, leadEmail, ...known } = anOrganisation({ version: 0, id: 'known-to-both' });
    await table.commit([
      organisationRepository(table).save(
        systemId === FROM ? { ...known, leadName: 'Lee Lead', leadEmail: 'lee@org.example' } : known,
      ),
    ]);
  }
};
