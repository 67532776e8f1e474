import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { answerRequests } from '../../../functions/web/http/answer-requests.ts';
import { organisationPersonId } from '../../../functions/store/repositories/organisation-trust-repository.ts';
import { logTo } from '../../../functions/platform/log.ts';
import { csvOf } from '../../../shared/kernel/csv.ts';
import { typedOrganisation } from '../../../shared/people/typed-organisation.ts';
import { brandingOf } from '../../../site/src/branding.ts';
import { aDoor } from '../../support/a-door.ts';
import { aFormWithFile } from '../../support/a-file.ts';
import { NOW } from '../../support/builders.ts';
import { kentAndMedway } from '../../support/kent-and-medway.ts';
import { hiddenIn, registrationService, seen, sent, sentJson } from '../../support/registration-service.ts';

const step = 'several-learners';
const lead = { name: 'Nina Lead', email: 'nina@learner.example' };
const once = {
  requesterName: lead.name,
  email: lead.email,
  organisation: 'Harbour Surgery',
  employerSupport: true,
  nmpLeadName: lead.name,
  nmpLeadEmail: lead.email,
  ownDpp: 'none',
  consent: true,
};
/** The form of the page, with the answer that the employer is in no list. */
const typed = { ...once, employerSupport: 'yes', consent: '', choosing: 'yes', chosenOrganisation: 'none' };

const headings = [
  'Name of learner',
  'Registration number',
  'Profession',
  'Kind of learner',
  'Postcode of workplace',
  'University',
  'Course starts',
  'Applications close',
  'Main clinical area',
  'Scope of practice',
  'Setting',
  'Days free',
  'Remote possible',
];
const learner = (name: string, number: string, changes: Readonly<Record<string, string>> = {}) => {
  const cells: Readonly<Record<string, string>> = {
    'Name of learner': name,
    'Registration number': number,
    Profession: 'Pharmacist',
    'Kind of learner': 'pharmacist-ip',
    'Postcode of workplace': 'ME4 6AA',
    University: 'medway',
    'Course starts': '1 February 2027',
    'Applications close': '18/01/2027',
    'Main clinical area': 'cardiovascular',
    'Scope of practice': 'Adults with hypertension in primary care.',
    Setting: 'general-practice',
    'Days free': 'Monday; Tuesday',
    'Remote possible': 'No',
    ...changes,
  };
  return headings.map((heading) => cells[heading] ?? '');
};
const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => learner(`Zoë Müller ${index + 1}`, `20543${index + 10}`));
const csv = (learners: readonly (readonly string[])[]) => csvOf([headings, ...learners]);

/** The service with the lead of the employer confirmed, and its function for requests over HTTP. */
const service = async () => {
  const its = registrationService();
  await its.table.commit([
    its.trust.savePerson({
      id: organisationPersonId('lead', lead.email),
      version: 0,
      organisationId: typedOrganisation('Harbour Surgery', 'ME4').id,
      role: 'lead',
      ...lead,
      state: 'confirmed',
      proposedAt: NOW,
      addressConfirmedAt: NOW,
    }),
  ]);
  const pages = its.list.besides(its.request);
  const log = logTo({ info: () => undefined, error: () => undefined });
  const answer = answerRequests({
    door: aDoor,
    log,
    servedFor: () =>
      Promise.resolve({
        routes: [
          { method: 'POST', path: '/request/{step}', handler: pages.take, takesFiles: true },
          { method: 'POST', path: '/confirm/{token}', handler: its.confirm.take },
        ],
        siteUrl: 'https://dpp.example',
        branding: brandingOf(kentAndMedway),
      }),
  });
  const hidden = async () =>
    Object.fromEntries(
      Object.entries(hiddenIn((await seen(pages, { step })).body)).map(([name, [value = '']]) => [
        name,
        value,
      ]),
    );
  const upload = async (bytes: Buffer) => {
    const fields = { ...typed, list: '', ...(await hidden()) };
    return answer(aFormWithFile(`/request/${step}`, fields, { name: 'file', bytes }), {} as Context);
  };
  const send = async (preview: string) => {
    its.pass(5_000);
    return sent(pages, { step }, { ...hiddenIn(preview), consent: ['yes'] });
  };
  const confirm = async (id: string) =>
    sent(
      its.confirm,
      { token: await its.link({ kind: 'confirm', recipient: 'requester', requestId: id }) },
      { decision: ['yes'] },
    );
  return {
    its,
    pages,
    upload,
    send,
    confirm,
    json: (body: object) => sentJson(its.list.takeJson, body),
  };
};

const windows1252 = (text: string) => Buffer.from(text.replace(/^\uFEFF/u, ''), 'latin1');
const semicolons = (text: string) => text.replaceAll(/; /g, '|').replaceAll(',', ';');

describe('a list of twelve learners', () => {
  const spoilt = rows(12).map((cells, index) =>
    index === 2
      ? learner('Zoë Müller', '2054399', { Profession: 'Astronaut' })
      : index === 5
        ? learner('Zoë Müller', '12')
        : index === 11
          ? learner('Zoë Müller', '2054377', { 'Course starts': '31.02.2027' })
          : cells,
  );

  it('with three mistakes names row and column of each, and stores nothing', async () => {
    const { its, upload } = await service();
    const before = its.kinds();
    const page = await upload(windows1252(semicolons(csv(spoilt))));
    expect(page.statusCode).toBe(422);
    expect([...page.body.matchAll(/Row \d+, column “[^”]+”/g)].map(([found]) => found).slice(0, 3)).toEqual([
      'Row 4, column “Profession”',
      'Row 7, column “Registration number”',
      'Row 13, column “Course starts”',
    ]);
    expect(page.body).toContain('Zoë Müller');
    expect(its.kinds()).toEqual(before);
  });

  it.each([
    ['Windows-1252 with semicolons', (text: string) => windows1252(semicolons(text))],
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(text)],
    ['UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
  ])('in %s becomes a search for each with one confirmation', async (_, encode) => {
    const { its, upload, send, confirm } = await service();
    const preview = await upload(encode(csv(rows(12))));
    expect(preview.body).toContain('Check your list');
    expect(preview.body).toContain('Zoë Müller 12');
    expect((await send(preview.body)).headers['location']).toBe('/request/sent');
    const [waiting] = await its.requests.inState('unconfirmed');
    expect(its.mails()).toEqual(['requester-address-confirm']);
    await confirm(waiting?.id ?? '');
    const open = await its.requests.inState('open');
    expect(open.map(({ learnerName }) => learnerName).toSorted()).toEqual(
      rows(12)
        .map(([name]) => name)
        .toSorted(),
    );
    expect(new Set(open.flatMap(({ seats }) => seats.map(({ id }) => id))).size).toBe(12);
    expect(open.every((one) => one.listed === undefined && one.group?.learners === 12)).toBe(true);
    expect(its.mails().filter((name) => name === 'requester-request-open')).toHaveLength(1);
  });

  it('that is uploaded twice is stored once', async () => {
    const { its, upload, send } = await service();
    for (const bytes of [windows1252(semicolons(csv(rows(12)))), Buffer.from(csv(rows(12)))])
      await send((await upload(bytes)).body);
    expect(its.ofKind('request')).toHaveLength(1);
    expect(its.mails()).toEqual(['requester-address-confirm']);
  });

  it('that is uploaded again while its search goes on tells the employer so', async () => {
    const { its, upload, send, confirm } = await service();
    await send((await upload(Buffer.from(csv(rows(2))))).body);
    const [waiting] = await its.requests.inState('unconfirmed');
    await confirm(waiting?.id ?? '');
    await send((await upload(Buffer.from(csv(rows(2))))).body);
    expect(its.mails()).toContain('requester-asked-again');
    expect(await its.requests.inState('open')).toHaveLength(2);
  });
});

describe('a learner of a list', () => {
  it('may lack a name and a number', async () => {
    const { its, json, confirm } = await service();
    const list = csv([learner('', ''), learner('', ''), learner('Ana Named', '2054321')]);
    expect(await json({ ...once, list })).toMatchObject({ status: 202 });
    const [waiting] = await its.requests.inState('unconfirmed');
    expect(waiting).toMatchObject({ learners: 3 });
    expect(waiting).not.toHaveProperty('learnerName');
    expect(waiting).not.toHaveProperty('registrationNumber');
    await confirm(waiting?.id ?? '');
    const open = await its.requests.inState('open');
    expect(open.filter(({ learnerName }) => learnerName === undefined)).toHaveLength(2);
  });

  it('keeps needs of their own: area, dates and seats', async () => {
    const { its, json, confirm } = await service();
    const nurse = { Profession: 'Nurse', 'Kind of learner': 'v300', 'Main clinical area': 'respiratory' };
    await json({ ...once, list: csv([learner('Ana', '2054321'), learner('', '', nurse)]) });
    const [waiting] = await its.requests.inState('unconfirmed');
    await confirm(waiting?.id ?? '');
    const open = await its.requests.inState('open');
    expect(open.map(({ leadArea, seats }) => [leadArea, seats.map(({ role }) => role)]).toSorted()).toEqual([
      ['cardiovascular', ['dpp']],
      ['respiratory', ['practice-assessor', 'practice-supervisor']],
    ]);
  });

  it('who has an open request already is not searched for a second time', async () => {
    const { its, json, confirm } = await service();
    await json({ ...once, list: csv([learner('Ana', '2054321'), learner('Ben', '2054322')]) });
    const [first] = await its.requests.inState('unconfirmed');
    await confirm(first?.id ?? '');
    await json({ ...once, list: csv([learner('Cara', '2054323'), learner('Ben B', '2054322')]) });
    const [second] = await its.requests.inState('unconfirmed');
    await confirm(second?.id ?? '');
    expect(await its.requests.inState('open')).toHaveLength(2);
    expect(its.mails()).toContain('requester-asked-again');
  });
});

describe('a list as JSON', () => {
  it.each([
    ['no list', { list: undefined }, 'list'],
    ['headings of something else', { list: 'A,B\n1,2' }, 'list.1'],
    ['headings only', { list: csv([]) }, 'list.1'],
    ['more than twenty learners', { list: csv(rows(21)) }, 'list.1'],
    [
      'a column that is missing',
      { list: csv(rows(2)).replace('Course starts', 'Begins') },
      'list.1.courseStart',
    ],
    [
      'one number twice',
      { list: csv([learner('A', '2054321'), learner('B', '2054321')]) },
      'list.3.registrationNumber',
    ],
    ['no agreement', { list: csv(rows(2)), consent: undefined }, 'consent'],
    ['no address', { list: csv(rows(2)), email: undefined }, 'email'],
    ['a list that is too long', { list: `${csv(rows(2))}${'x'.repeat(20_000)}` }, 'list'],
    ['a field of another form', { list: csv(rows(2)), leadArea: 'asthma' }, 'leadArea'],
  ])('is refused with %s, which the answer names', async (_, changes, field) => {
    const { its, json } = await service();
    const reply = await json({ ...once, ...changes });
    expect(reply.status).toBe(422);
    expect(
      (JSON.parse(reply.body) as { errors: { field: string }[] }).errors.map((one) => one.field),
    ).toContain(field);
    expect(its.ofKind('request')).toEqual([]);
  });
});

it('has a template with the headings that it reads', async () => {
  const { pages, json } = await service();
  const { body } = await seen(pages, { step: 'learners-template.csv' });
  const reply = await json({ ...once, list: body });
  expect(JSON.parse(reply.body)).toMatchObject({
    errors: [{ field: 'list.1', message: /no learner below/ }],
  });
});

it('leaves the other steps of the request to the form for one learner', async () => {
  const { pages } = await service();
  expect((await seen(pages, { step: 'kind-of-request' })).status).toBe(200);
});
