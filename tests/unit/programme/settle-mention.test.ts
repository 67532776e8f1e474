import { beforeEach, describe, expect, it } from 'vitest';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { eraseRequest } from '../../../functions/privacy/erasure/erase-request.ts';
import { listFlags } from '../../../functions/programme/flags/list-flags.ts';
import { settleMention } from '../../../functions/programme/flags/settle-mention.ts';
import { wordHash } from '../../../functions/platform/hash.ts';
import { keys } from '../../../functions/store/table/keys.ts';
import { aPractitioner, aRequest, conflictWith } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

const JOINT = 'Zoe Quill or Bilal Other';

describe('a text that holds the name of somebody who was erased among other words', () => {
  let its: ReturnType<typeof registrationService>;
  beforeEach(async () => {
    its = registrationService();
    await its.given({
      practitioners: [
        aPractitioner({ id: 'dpp1', name: 'Zoe Quill', email: 'zoe@quill.example' }),
        aPractitioner({
          id: 'dpp2',
          email: 'two@dpp.example',
          registrationNumber: '2011111',
          conflictsDeclared: 'My sister is Zoe Quill.',
        }),
      ],
      requests: [
        aRequest({ id: 'req1', conflicts: [conflictWith(JOINT, { oldText: true })] }),
        aRequest({ id: 'req2', email: 'two@learner.example', conflicts: [conflictWith('Bilal Other')] }),
      ],
    });
    expect((await eraseListing(its)('dpp1')).ok).toBe(true);
  });

  const mentions = async () => (await listFlags(its)()).mentions;
  const settle = (id: string, text?: string, instead?: string) =>
    settleMention(its)({ id, by: 'Tess', text, instead });

  it('stays as written and goes to the team, who see where it is', async () => {
    expect(await mentions()).toMatchObject([
      { noun: 'practitioner', id: 'dpp2', texts: ['My sister is Zoe Quill.'] },
      { noun: 'request', id: 'req1', texts: [JOINT] },
    ]);
    expect(its.table.rows().filter(({ kind }) => kind === 'mention')).toSatisfy((rows: object[]) =>
      rows.every((row) => !JSON.stringify(row).includes('Quill')),
    );
  });

  it('is replaced by what the team leaves of it', async () => {
    expect(await settle('req1', JOINT, 'Bilal Other')).toMatchObject({ ok: true });
    expect(await settle('dpp2', 'My sister is Zoe Quill.')).toMatchObject({ ok: true });
    expect((await its.requests.findPresent('req1'))?.conflicts).toEqual([
      conflictWith('Bilal Other', { oldText: true }),
    ]);
    expect((await its.practitioners.findPresent('dpp2'))?.conflictsDeclared).toBe('erased');
    expect(await mentions()).toEqual([]);
  });

  it('is found by a word of the name no more once the team has replaced it', async () => {
    const entries = () => its.table.query({ from: 'table', partition: keys.findWord(wordHash('quill')) });
    expect(await entries()).toHaveLength(2);
    await settle('req1', JOINT, 'Bilal Other');
    await settle('dpp2', 'My sister is Zoe Quill.');
    expect(await entries()).toEqual([]);
  });

  it('stays when the team finds that nobody erased is meant', async () => {
    expect(await settle('req1')).toMatchObject({ ok: true });
    expect((await its.requests.findPresent('req1'))?.conflicts).toEqual([
      conflictWith(JOINT, { oldText: true }),
    ]);
    expect(await mentions()).toHaveLength(1);
  });

  it('is not changed by a text that is not there, or a mention that nobody filed', async () => {
    expect(await settle('req1', 'Zoe')).toEqual({ ok: false, refusal: 'unknown-text' });
    expect(await settle('req2', 'Bilal Other')).toEqual({ ok: false, refusal: 'unknown-mention' });
    expect(await mentions()).toHaveLength(2);
  });

  it('is not asked about any more once the request that holds it is erased too', async () => {
    await eraseRequest(its)('req1');
    expect((await mentions()).map(({ id }) => id)).toEqual(['dpp2']);
  });
});
