import { describe, expect, it } from 'vitest';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { eraseRequest } from '../../../functions/privacy/erasure/erase-request.ts';
import { dataOfPractitioner } from '../../../functions/privacy/export/personal-data.ts';
import {
  changedValuesRepository,
  changedValuesRow,
} from '../../../functions/store/repositories/changed-values-repository.ts';
import { aPractitioner, aRequest, NOW } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

const renamed = { name: { before: 'Ann Smith', after: 'Ann Whitlock' } };

describe('the values before and after a correction', () => {
  it('are read oldest first, of one subject only', async () => {
    const { table } = registrationService();
    const later = '2026-12-01T09:00:00.000Z';
    await table.commit([
      changedValuesRow('practitioner#dpp1', later, 'a2', { email: { before: 'a@x.example', after: null } }),
      changedValuesRow('practitioner#dpp1', NOW, 'a1', renamed),
      changedValuesRow('practitioner#dpp10', NOW, 'a1', renamed),
    ]);
    expect(await changedValuesRepository(table).of('practitioner#dpp1')).toEqual([
      { at: NOW, values: renamed },
      { at: later, values: { email: { before: 'a@x.example', after: null } } },
    ]);
  });

  it('are in the export of the person', async () => {
    const its = registrationService();
    await its.given({ practitioners: [aPractitioner()] });
    await its.table.commit([changedValuesRow('practitioner#dpp1', NOW, 'a1', renamed)]);
    expect(await dataOfPractitioner(its)('dpp1')).toMatchObject({
      corrections: [{ at: NOW, values: renamed }],
    });
  });

  it('are deleted when the person is erased, and those of others stay', async () => {
    const its = registrationService();
    await its.given({ practitioners: [aPractitioner()], requests: [aRequest()] });
    const request = `request#${aRequest().id}`;
    await its.table.commit(
      Array.from({ length: 95 }, (_, index) =>
        changedValuesRow('practitioner#dpp1', NOW, `a${String(index).padStart(3, '0')}`, renamed),
      ),
    );
    await its.table.commit([changedValuesRow(request, NOW, 'a1', renamed)]);
    expect((await eraseListing(its)('dpp1')).ok).toBe(true);
    expect(JSON.stringify(its.table.rows())).toContain('Ann Whitlock');
    expect(await changedValuesRepository(its.table).of('practitioner#dpp1')).toEqual([]);
    expect((await eraseRequest(its)(aRequest().id)).ok).toBe(true);
    expect(JSON.stringify(its.table.rows())).not.toContain('Ann Whitlock');
  });
});
