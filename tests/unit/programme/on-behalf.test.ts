import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { eraseListing } from '../../../functions/privacy/erasure/erase-listing.ts';
import { eraseRequest } from '../../../functions/privacy/erasure/erase-request.ts';
import { dataOfPractitioner, dataOfRequester } from '../../../functions/privacy/export/personal-data.ts';
import { changedValuesRepository } from '../../../functions/store/repositories/changed-values-repository.ts';
import { eraseFor } from '../../../functions/programme/on-behalf/erase-for.ts';
import { exportFor } from '../../../functions/programme/on-behalf/export-for.ts';
import { savedTo } from '../../../infra/ops/saved-to.ts';
import type { EmailState } from '../../../shared/notifications/email.ts';
import { aPractitioner, aRequest } from '../../support/builders.ts';
import { registrationService } from '../../support/registration-service.ts';

const asked = { by: 'Nina', why: 'asked by telephone, called back' };
const amara = aPractitioner({ name: 'Amara Example', email: 'amara@dpp.example' });
const lee = aRequest({ requesterName: 'Lee Learner', email: 'lee@learner.example' });

const scene = async () => {
  const its = registrationService();
  await its.given({ practitioners: [amara], requests: [lee] });
  const exports = exportFor({
    ...its,
    dataOfPractitioner: dataOfPractitioner(its),
    dataOfRequester: dataOfRequester(its),
  });
  const erase = eraseFor({ ...its, eraseListing: eraseListing(its), eraseRequest: eraseRequest(its) });
  const emailOf = (name: string) => {
    const row = its.ofKind('email').find((one) => its.emails.parse(one).name === name);
    return row === undefined ? undefined : its.emails.parse(row);
  };
  return {
    its,
    exportFor: (id: string, file = false) => exports({ id, ...asked, file }),
    eraseFor: (id: string) => erase({ id, ...asked }),
    emailOf,
    /** Says that the e-mail with this name is done with. */
    hasLeft: async (name: string, state: Extract<EmailState, 'not-needed' | 'suppressed'>) => {
      const { leasedUntil: _, ...email } = { leasedUntil: '', ...emailOf(name)! };
      await its.table.commit([its.emails.save({ ...email, state })]);
    },
    audited: async (subject: string) =>
      (await its.audit.of(subject)).map(({ action, facts }) => ({ action, facts })),
    /** The words of the team about a record. */
    words: async (subject: string) =>
      (await changedValuesRepository(its.table).of(subject)).map(({ by, why }) => ({ by, why })),
  };
};

type Scene = Awaited<ReturnType<typeof scene>>;
let one: Scene;
beforeEach(async () => (one = await scene()));

const records = [
  ['dpp1', 'practitioner', 'a DPP'],
  ['req1', 'requester', 'a requester'],
] as const;

describe.each(records)('an export that the team makes for %s', (id, person) => {
  const subject = person === 'practitioner' ? 'practitioner#dpp1' : 'request#req1';

  it('goes to the person as a link, and shows the team nothing of it', async () => {
    const answer = await one.exportFor(id);
    expect(answer).toEqual({
      ok: true,
      value: { id, sent: 'a link to the download, to the address in the record' },
    });
    expect(one.emailOf(`${person}-data-exported`)?.about.occasion).toBe('link');
    expect(await one.audited(subject)).toEqual([{ action: 'data-exported', facts: { to: 'person' } }]);
    expect(await one.words(subject)).toEqual([asked]);
  });

  it('is a file if the team asks for one, which the person is told', async () => {
    const answer = await one.exportFor(id, true);
    expect(JSON.stringify(answer)).toContain(person === 'practitioner' ? amara.email : lee.email);
    expect(one.emailOf(`${person}-data-exported`)?.about.occasion).toBe('file');
    expect(await one.audited(subject)).toMatchObject([{ facts: { to: 'team' } }]);
  });
});

it('is written to a file of its owner alone, and not printed', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'export-')), 'amara.json');
  const answer = await one.exportFor('dpp1', true);
  const shown = JSON.stringify(savedTo(path, answer.ok ? answer.value : undefined));
  expect(shown).not.toContain(amara.email);
  expect(shown).toContain(path);
  expect(readFileSync(path, 'utf8')).toContain(amara.email);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(() => savedTo(path, { file: {} })).toThrow('EEXIST');
});

describe.each(records)('an erasure that the team makes for %s', (id, person) => {
  const subject = person === 'practitioner' ? 'practitioner#dpp1' : 'request#req1';
  const mail = `${person}-erasing`;
  const state = async () =>
    (person === 'practitioner' ? await one.its.practitioners.find(id) : await one.its.requests.find(id))
      ?.state;

  it('e-mails the person first, and erases once that e-mail has left', async () => {
    const before = await state();
    expect(await one.eraseFor(id)).toMatchObject({ ok: true, value: { id, state: 'told' } });
    expect(await one.eraseFor(id)).toMatchObject({ ok: true, value: { id, state: 'told' } });
    expect(await state()).toBe(before);
    expect(one.its.mails()).toEqual([mail]);
    await one.hasLeft(mail, 'suppressed');
    expect(await one.eraseFor(id)).toEqual({ ok: true, value: { id, state: 'erased' } });
    expect(await state()).toBe('erased');
  });

  it('keeps who of the team did it and why', async () => {
    await one.eraseFor(id);
    await one.hasLeft(mail, 'not-needed');
    await one.eraseFor(id);
    const actions = (await one.audited(subject)).map(({ action }) => action);
    expect(actions[0]).toBe('erasure-asked');
    expect(actions.at(-1)).toBe(person === 'practitioner' ? 'practitioner-erased' : 'request-erased');
    // The words of the first command were deleted with everything else; those of the erasure stay.
    expect(await one.words(subject)).toEqual([asked]);
  });

  it('is the same when it is asked for again', async () => {
    await one.eraseFor(id);
    await one.hasLeft(mail, 'not-needed');
    await one.eraseFor(id);
    const rows = one.its.table.rows();
    expect(await one.eraseFor(id)).toEqual({ ok: true, value: { id, state: 'erased' } });
    expect(one.its.table.rows()).toEqual(rows);
  });

  it('e-mails again if nobody erased within a day', async () => {
    await one.eraseFor(id);
    await one.hasLeft(mail, 'not-needed');
    one.its.pass(3 * 24 * 3_600_000);
    expect(await one.eraseFor(id)).toMatchObject({ value: { state: 'told' } });
    expect(one.its.mails().filter((name) => name === mail)).toHaveLength(2);
  });
});

describe('for whom the team neither exports nor erases', () => {
  it('is somebody who is not there', async () => {
    expect(await one.exportFor('nobody')).toEqual({ ok: false, refusal: 'unknown-record' });
    expect(await one.eraseFor('nobody')).toEqual({ ok: false, refusal: 'unknown-record' });
  });

  it('is the copy of a DPP whom a neighbouring system lists', async () => {
    await one.its.given({
      practitioners: [
        aPractitioner({
          id: 'guest',
          email: 'g@dpp.example',
          guest: { lender: 'sussex', practitionerId: 'x', loanId: 'loan1' },
        }),
      ],
    });
    expect(await one.exportFor('guest')).toEqual({ ok: false, refusal: 'listed-elsewhere' });
    expect(await one.eraseFor('guest')).toEqual({ ok: false, refusal: 'listed-elsewhere' });
  });

  it('gets no e-mail before an erasure if they never confirmed their address', async () => {
    await one.its.given({
      practitioners: [aPractitioner({ id: 'typed', email: 't@dpp.example', state: 'unconfirmed' })],
    });
    expect(await one.eraseFor('typed')).toEqual({ ok: true, value: { id: 'typed', state: 'erased' } });
    expect(one.its.mails()).toEqual([]);
  });
});
