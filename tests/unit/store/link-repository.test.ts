import { describe, expect, it } from 'vitest';
import { systemChance } from '../../../functions/platform/chance.ts';
import { linkRepository } from '../../../functions/store/repositories/link-repository.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { addMilliseconds } from '../../../shared/kernel/time.ts';
import { NOW } from '../../support/builders.ts';
import { memoryTable } from '../../support/memory-table/memory-table.ts';

const link: Link = {
  kind: 'offer',
  recipient: 'practitioner',
  practitionerId: 'dpp1',
  offerId: 'offer1',
  expiresAt: '2026-12-01T09:00:00.000Z',
};
const token = systemChance.token();

const aTableWith = async (given: string) => {
  const table = memoryTable();
  const links = linkRepository(table);
  await table.commit([links.mint(link, given)]);
  return { table, links };
};

describe('a link', () => {
  it('is found by its token until its time is over, and known as expired afterwards', async () => {
    const { links } = await aTableWith(token);
    expect(await links.find(token, NOW)).toEqual({ link, expired: false });
    expect(await links.find(token, addMilliseconds(link.expiresAt, -1))).toEqual({ link, expired: false });
    expect(await links.find(token, link.expiresAt)).toEqual({ link, expired: true });
  });

  it('is stored without its token', async () => {
    const { table } = await aTableWith(token);
    expect(JSON.stringify(table.rows())).not.toContain(token);
  });

  it('is deleted by the TTL long after it has expired, not before', async () => {
    const { table } = await aTableWith(token);
    expect(table.rows()[0]?.['expiresAtSeconds']).toBe(Date.parse('2027-03-01T09:00:00.000Z') / 1_000);
  });

  it('cannot be minted twice', async () => {
    const { table, links } = await aTableWith(token);
    expect(await table.commit([links.mint({ ...link, offerId: 'other' }, token)])).toMatchObject({
      unmet: [0],
    });
  });

  it('is unknown once it is revoked', async () => {
    const { table, links } = await aTableWith(token);
    await table.commit([links.revoke(token)]);
    expect(await links.find(token, NOW)).toBeUndefined();
  });

  it.each([
    '',
    'x',
    `${token}x`,
    token.slice(1),
    `${token.slice(1)}=`,
    `${token.slice(1)}é`,
    '../../etc/passwd',
  ])('with a malformed token is unknown without a read: "%s"', async (wrong) => {
    const links = linkRepository({ get: () => Promise.reject(new Error('the table was asked')) });
    expect(await links.find(wrong, NOW)).toBeUndefined();
  });

  it('with any single character of its token changed is unknown', async () => {
    const { links } = await aTableWith(token);
    for (let index = 0; index < token.length; index += 1) {
      const guess = token.slice(0, index) + (token[index] === 'A' ? 'B' : 'A') + token.slice(index + 1);
      expect(await links.find(guess, NOW)).toBeUndefined();
    }
  });
});
