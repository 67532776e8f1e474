import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import { mayName } from '../../../shared/privacy/naming-texts.ts';
import {
  organisationWithoutMention,
  practitionerWithoutMention,
  requestWithoutMention,
} from '../../../shared/privacy/remove-mentions.ts';
import { aPractitioner, aRequest, conflictWith } from '../../support/builders.ts';

const person = { id: 'dpp9', name: 'Zoë Quill', email: 'zoe@quill.example' };

describe('removing a person’s mentions', () => {
  it.each<[string, Partial<SupervisionRequest>, Partial<SupervisionRequest>]>([
    [
      'in a request without a lead',
      { conflicts: [conflictWith('Zoë Quill')] },
      { conflicts: [conflictWith('erased')] },
    ],
    ['in a request whose lead has no name', { nmpLeadEmail: 'zoe@quill.example' }, {}],
    [
      'in a request whose other lead has no name',
      { nmpLeadEmail: 'l@x.example', conflicts: [conflictWith('Zoë Quill')] },
      { nmpLeadEmail: 'l@x.example', conflicts: [conflictWith('erased')] },
    ],
    [
      'in a request that names them by their id',
      { conflicts: [{ kind: 'line-manager', practitionerId: 'dpp9', decision: { is: 'undecided' } }] },
      { conflicts: [conflictWith('erased')] },
    ],
  ])('%s', (_, before, after) => {
    expect(requestWithoutMention(aRequest(before), person)).toStrictEqual(aRequest(after));
  });

  it.each<[string, Partial<Practitioner>, Partial<Practitioner>]>([
    ['in a listing whose back-up has no address', { backUpName: 'Zoë Quill' }, {}],
    ['in a listing whose back-up has no name', { backUpEmail: 'zoe@quill.example' }, {}],
    ['in a listing that names nobody else', { employerApprover: 'ZOË QUILL' }, {}],
    [
      'in a listing whose back-up is somebody else, by address',
      { backUpEmail: 'b@x.example', conflictsDeclared: 'Zoë Quill' },
      { backUpEmail: 'b@x.example', conflictsDeclared: 'erased' },
    ],
    [
      'in a listing whose back-up is somebody else, by name',
      { backUpName: 'Bob', conflictsDeclared: 'Zoe Quill' },
      { backUpName: 'Bob', conflictsDeclared: 'erased' },
    ],
    [
      'in a listing whose approver is somebody else',
      { employerApprover: 'Ann', backUpName: 'zoë quill' },
      { employerApprover: 'Ann' },
    ],
  ])('%s', (_, before, after) => {
    expect(practitionerWithoutMention(aPractitioner(before), person)).toStrictEqual(aPractitioner(after));
  });

  it('an address of full-width letters is theirs too', () => {
    const wide = aPractitioner({ backUpEmail: 'ｚｏｅ@quill.example' });
    expect(practitionerWithoutMention(wide, person)).toStrictEqual(aPractitioner());
  });
});

describe('without a mention nothing changes', () => {
  it('for somebody whose own data are erased already', () => {
    const gone = { id: 'dpp9', name: 'erased', email: 'erased' };
    const erased = { conflicts: [conflictWith('erased')] };
    expect(requestWithoutMention(aRequest(erased), gone)).toBeUndefined();
  });

  it('for somebody without a name: only their address means them', () => {
    const nameless = { ...person, name: '' };
    const named = { conflicts: [conflictWith('zoe@quill.example')] };
    expect(requestWithoutMention(aRequest(named), nameless)?.conflicts).toEqual([conflictWith('erased')]);
    expect(practitionerWithoutMention(aPractitioner({ backUpName: 'Bob' }), nameless)).toBeUndefined();
  });

  it('for an organisation whose lead has no address', () => {
    const trust = {
      id: 'trust',
      version: 1,
      name: 'Trust',
      place: 'east-kent',
      digests: true,
      createdAt: '2026-11-01T09:00:00.000Z',
    } as const;
    expect(organisationWithoutMention({ ...trust, leadName: 'Zoë Quill' }, person)).toBeUndefined();
    expect(organisationWithoutMention({ ...trust, leadEmail: ' ZOE@quill.example' }, person)).toStrictEqual({
      ...trust,
      digests: false,
    });
  });
});

describe('erasing Ann Smith, whose address is ann.smith@nhs.example', () => {
  const ann = { id: 'dpp9', name: 'Ann Smith', email: 'ann.smith@nhs.example' };
  const texts = [
    'joann.smith@nhs.example',
    'Joann Smith',
    'Ann Smithson',
    'Mary Ann Smith-Jones',
    'Ann Smith or Joann Smith',
    'ann.smith@nhs.example.org',
    'xann.smith@nhs.example, my manager',
    'Smith Ann Smith',
  ];

  it.each(texts)('leaves a conflict with “%s” as it is', (text) => {
    expect(requestWithoutMention(aRequest({ conflicts: [conflictWith(text)] }), ann)).toBeUndefined();
    expect(practitionerWithoutMention(aPractitioner({ conflictsDeclared: text }), ann)).toBeUndefined();
    expect(practitionerWithoutMention(aPractitioner({ employerApprover: text }), ann)).toBeUndefined();
    expect(practitionerWithoutMention(aPractitioner({ backUpName: text }), ann)).toBeUndefined();
  });

  it.each(['Ann Smith', 'Dr ANN SMITH', ' ann  smith ', 'Smith, Ann', 'ANN.Smith@NHS.example '])(
    'takes her out of a conflict with “%s”, with nothing else in it',
    (text) => {
      const decision = { is: 'cleared', by: 'Team' } as const;
      const named = conflictWith(text, { kind: 'sponsors-the-place', oldText: true, decision });
      expect(requestWithoutMention(aRequest({ conflicts: [named] }), ann)?.conflicts).toEqual([
        { kind: 'sponsors-the-place', name: 'erased', decision },
      ]);
      expect(practitionerWithoutMention(aPractitioner({ conflictsDeclared: text }), ann)).toMatchObject({
        conflictsDeclared: 'erased',
      });
    },
  );

  it('takes her name out together with her address, and leaves the other people of the list', () => {
    const both = conflictWith('Ann Smith', { address: 'ann.smith@nhs.example' });
    const other = conflictWith('joann.smith@nhs.example');
    expect(requestWithoutMention(aRequest({ conflicts: [both, other] }), ann)?.conflicts).toEqual([
      conflictWith('erased'),
      other,
    ]);
  });

  it('leaves a text that holds her name or address among others to the team', () => {
    expect(texts.filter((text) => mayName([text], ann))).toEqual([
      'Mary Ann Smith-Jones',
      'Ann Smith or Joann Smith',
      'ann.smith@nhs.example.org',
      'Smith Ann Smith',
    ]);
    expect(mayName(['Write to <ann.smith@nhs.example>.'], ann)).toBe(true);
    expect(mayName(['erased'], { ...ann, name: 'Erased' })).toBe(false);
  });
});

describe('erasing somebody whose name is within the word “erased”', () => {
  it.each(['Ed', 'Eras', 'erased', 'E', 'Dr', ''])('ends for “%s”', (name) => {
    const person = { id: 'dpp9', name, email: 'ed@x.example' };
    const request = aRequest({ conflicts: [conflictWith('Ed Edwards'), conflictWith('Fred')] });
    expect(requestWithoutMention(request, person)).toBeUndefined();
    expect(practitionerWithoutMention(aPractitioner({ conflictsDeclared: 'Edith' }), person)).toBeUndefined();
  });

  it('takes Ed out, and leaves Fred', () => {
    const ed = { id: 'dpp9', name: 'Ed', email: 'ed@x.example' };
    const request = aRequest({ conflicts: [conflictWith('Ed'), conflictWith('Fred')] });
    expect(requestWithoutMention(request, ed)?.conflicts).toEqual([
      conflictWith('erased'),
      conflictWith('Fred'),
    ]);
    expect(mayName(['Ed and Fred'], ed)).toBe(true);
    expect(mayName(['Fred'], ed)).toBe(false);
  });
});
