import { describe, expect, it } from 'vitest';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import {
  organisationWithoutMention,
  practitionerWithoutMention,
  requestWithoutMention,
} from '../../../shared/privacy/remove-mentions.ts';
import { aPractitioner, aRequest } from '../../support/builders.ts';

const person = { id: 'dpp9', name: 'Zoë Quill', email: 'zoe@quill.example' };
const kind = 'line-manager' as const;

describe('removing a person’s mentions', () => {
  it.each<[string, Partial<SupervisionRequest>, Partial<SupervisionRequest>]>([
    [
      'in a request without a lead',
      { conflicts: [{ kind, who: 'Zoë Quill' }] },
      { conflicts: [{ kind, who: 'erased' }] },
    ],
    ['in a request whose lead has no name', { nmpLeadEmail: 'zoe@quill.example' }, {}],
    [
      'in a request whose other lead has no name',
      { nmpLeadEmail: 'l@x.example', conflicts: [{ kind, who: 'Zoë Quill' }] },
      { nmpLeadEmail: 'l@x.example', conflicts: [{ kind, who: 'erased' }] },
    ],
    [
      'in a request that names them by their id',
      { conflicts: [{ kind, who: 'dpp9' }] },
      { conflicts: [{ kind, who: 'erased' }] },
    ],
    [
      'in a request that names them twice, in words that keep the others apart',
      { conflicts: [{ kind, who: 'ZOË QUILL and Bob Bee, or zoë quill <zoe@quill.example>' }] },
      { conflicts: [{ kind, who: 'erased and Bob Bee, or erased <erased>' }] },
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
    const erased = { conflicts: [{ kind, who: 'erased' }] };
    expect(requestWithoutMention(aRequest(erased), gone)).toBeUndefined();
  });

  it('for somebody without a name: only their address means them', () => {
    const nameless = { ...person, name: '' };
    const named = { conflicts: [{ kind, who: 'zoe@quill.example, my manager' }] };
    expect(requestWithoutMention(aRequest(named), nameless)?.conflicts).toEqual([
      { kind, who: 'erased, my manager' },
    ]);
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
