import { describe, expect, it } from 'vitest';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import {
  organisationWithoutMention,
  practitionerWithoutMention,
  requestWithoutMention,
} from '../../../shared/privacy/remove-mentions.ts';
import { aPractitioner, aRequest, conflictWith } from '../../support/builders.ts';

const person = { id: 'dpp9', name: 'Zoë Quill', email: 'zoe@quill.example' };

describe('a person whose mentions are removed', () => {
  it.each<[string, Partial<SupervisionRequest>, Partial<SupervisionRequest>]>([
    [
      'as prescribing lead, however the address is spelt',
      { nmpLeadName: 'Zoë Quill', nmpLeadEmail: ' ZOE@quill.example' },
      {},
    ],
    [
      'as a conflict by name, and the lead who is somebody else stays',
      { nmpLeadName: 'Leda', nmpLeadEmail: 'leda@x.example', conflicts: [conflictWith('Zoë Quill')] },
      { nmpLeadName: 'Leda', nmpLeadEmail: 'leda@x.example', conflicts: [conflictWith('erased')] },
    ],
    [
      'as a conflict by address, in any spelling',
      { conflicts: [conflictWith('ZOE@quill.EXAMPLE ')] },
      { conflicts: [conflictWith('erased')] },
    ],
    [
      'as a conflict spelt otherwise: nothing of it stays',
      {
        conflicts: [conflictWith('Quill, Zoe'), conflictWith('Bob Bee', { kind: 'sponsors-the-place' })],
      },
      {
        conflicts: [conflictWith('erased'), conflictWith('Bob Bee', { kind: 'sponsors-the-place' })],
      },
    ],
  ])('is taken out of a request %s', (_, before, after) => {
    expect(requestWithoutMention(aRequest(before), person)).toEqual(aRequest(after));
  });

  it.each<[string, Partial<Practitioner>, Partial<Practitioner>]>([
    ['as back-up by address', { backUpName: 'Z', backUpEmail: 'Zoe@Quill.example' }, {}],
    ['as back-up by name', { backUpName: 'zoë quill', backUpEmail: 'other@x.example' }, {}],
    ['as approver by name', { employerApprover: 'Zoë Quill ' }, {}],
    ['as approver by address', { employerApprover: 'zoe@quill.example' }, {}],
    [
      'as approver only, where back-up and conflicts are others',
      {
        employerApprover: 'Zoë Quill',
        backUpName: 'B',
        backUpEmail: 'b@x.example',
        conflictsDeclared: 'Bob',
      },
      { backUpName: 'B', backUpEmail: 'b@x.example', conflictsDeclared: 'Bob' },
    ],
    [
      'in a declared conflict, and approver and back-up stay',
      { employerApprover: 'Ann', backUpName: 'B', conflictsDeclared: 'Quill, Zoë' },
      { employerApprover: 'Ann', backUpName: 'B', conflictsDeclared: 'erased' },
    ],
  ])('is taken out of a listing %s', (_, before, after) => {
    expect(practitionerWithoutMention(aPractitioner(before), person)).toEqual(aPractitioner(after));
  });

  const trust: Organisation = {
    id: 'trust',
    version: 1,
    name: 'Trust',
    place: 'east-kent',
    digests: true,
    createdAt: '2026-11-01T09:00:00.000Z',
  };

  it('is removed as an organisation’s lead, and its digests stop', () => {
    const led = { ...trust, leadName: 'Zoë', leadEmail: 'zoe@quill.example' };
    expect(organisationWithoutMention(led, person)).toEqual({ ...trust, digests: false });
    const withoutName = { ...trust, leadEmail: 'zoe@quill.example' };
    expect(organisationWithoutMention(withoutName, person)).toEqual({ ...trust, digests: false });
  });

  it('changes nothing where others are named, or nobody', () => {
    const others = {
      backUpName: 'B',
      backUpEmail: 'b@x.example',
      employerApprover: 'Ann',
      conflictsDeclared: 'Bob',
    };
    expect(practitionerWithoutMention(aPractitioner(), person)).toBeUndefined();
    expect(practitionerWithoutMention(aPractitioner(others), person)).toBeUndefined();
    expect(requestWithoutMention(aRequest(), person)).toBeUndefined();
    expect(
      requestWithoutMention(
        aRequest({ nmpLeadName: 'Leda', nmpLeadEmail: 'l@x.example', conflicts: [conflictWith('Bob Bee')] }),
        person,
      ),
    ).toBeUndefined();
    expect(organisationWithoutMention(trust, person)).toBeUndefined();
    expect(
      organisationWithoutMention({ ...trust, leadName: 'L', leadEmail: 'l@x.example' }, person),
    ).toBeUndefined();
  });
});
