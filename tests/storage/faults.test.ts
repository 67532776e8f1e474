import { beforeAll, describe, expect, inject, it } from 'vitest';
import { localClient } from '../support/local-table.ts';
import { type FaultsReport, runOnRealEngine } from '../simulation/real-world.ts';

/** Number of operations. The full test, `npm run test:faults`, runs 10,000. */
const OPERATIONS = 250;

describe('functions that crash before and after their calls to DynamoDB', () => {
  let report: FaultsReport;
  beforeAll(async () => {
    report = await runOnRealEngine(localClient(inject('dynamoEndpoint')), {
      seed: 7,
      operations: OPERATIONS,
      crashShare: 0.02,
    });
  });

  it('crash, and every e-mail is sent all the same', () => {
    expect(report.crashes.before + report.crashes.after).toBeGreaterThan(3);
    expect(report.emails).toBeGreaterThan(20);
    expect(report.lost).toBe(0);
  });

  it('over-allocate nobody and leave nothing half done', () => {
    expect(report.overAllocated).toBe(0);
    expect(report.violations).toEqual([]);
  });

  it('send a message twice only where a sender crashed between hand-over and commit', () => {
    expect(report.duplicates).toBeLessThanOrEqual(report.diedBetween);
  });
});
