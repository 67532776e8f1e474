import { expect, it } from 'vitest';
import type { Link } from '../../../shared/notifications/link.ts';
import { addHours } from '../../../shared/kernel/time.ts';
import { endLinksOf } from '../../../functions/store/end-links.ts';
import { lists } from '../../../functions/store/table/keys.ts';
import { registrationService } from '../../support/registration-service.ts';
import { NOW } from '../../support/builders.ts';

it('the links of a DPP end when their address changes, without a look at those of others', async () => {
  const its = registrationService();
  const expiresAt = addHours(NOW, 24);
  const link = { kind: 'manage', recipient: 'practitioner', practitionerId: 'dpp1', expiresAt } as const;
  await its.table.commit([
    its.links.mint(link, 'a'.repeat(43)),
    its.links.mint({ ...link, expiresAt: addHours(NOW, 48) }, 'b'.repeat(43)),
    its.links.mint({ ...link, recipient: 'requester', requestId: 'req1' }, 'c'.repeat(43)),
    its.links.mint({ ...link, practitionerId: 'dpp2' }, 'd'.repeat(43)),
  ]);
  const partitions: string[] = [];
  const table = {
    ...its.table,
    query: (asked: Parameters<typeof its.table.query>[0]) => {
      partitions.push(asked.partition);
      return its.table.query(asked);
    },
  };
  await its.table.commit(await endLinksOf(table, 'dpp1'));
  expect(partitions).toEqual(['OF#practitioner#dpp1']);
  const left = await its.table.query({ from: 'by-list', partition: lists.links });
  const ids = left.map((row) => row['link'] as Link).map((one) => one.requestId ?? one.practitionerId);
  expect(ids.toSorted()).toEqual(['dpp2', 'req1']);
});
