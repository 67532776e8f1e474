import { describe, expect, it } from 'vitest';
import {
  mayName,
  namingTextsOfPractitioner,
  namingTextsOfRequest,
  practitionerWithText,
  requestWithText,
} from '../../../shared/privacy/naming-texts.ts';
import { aPractitioner, aRequest } from '../../support/builders.ts';

const decision = { is: 'undecided' } as const;
const conflict = { kind: 'line-manager', name: 'Ann Smith', address: 'ann@dpp.example', decision } as const;
const other = { kind: 'relative-or-close-tie', name: 'Cat', decision } as const;
const request = aRequest({
  nmpLeadName: 'Bob Jones',
  conflicts: [conflict, other],
});
const practitioner = aPractitioner({
  backUpName: 'Ann Smith',
  employerApprover: 'Bob Jones',
  conflictsDeclared: 'Cat is a friend',
});

describe('the texts that may name a person', () => {
  it('of a request are its prescribing lead and its conflicts', () => {
    expect(namingTextsOfRequest(request)).toEqual(['Bob Jones', 'Ann Smith', 'ann@dpp.example', 'Cat']);
    expect(namingTextsOfRequest(aRequest())).toEqual([]);
  });

  it('of a listing are its back-up, its approver and its conflicts', () => {
    expect(namingTextsOfPractitioner(practitioner)).toEqual(['Ann Smith', 'Bob Jones', 'Cat is a friend']);
  });

  it('name a person whose name they hold, but never once erased', () => {
    const person = { id: 'x', name: 'Erased', email: 'e@x.example' };
    expect(mayName(['a friend, Erased'], person)).toBe(true);
    expect(mayName(['erased'], person)).toBe(false);
    expect(mayName([], person)).toBe(false);
  });
});

describe('replacing a text that names a person', () => {
  it.each([
    ['Bob Jones', { nmpLeadName: 'X' }, [conflict, other]],
    ['Ann Smith', { nmpLeadName: 'Bob Jones' }, [{ ...conflict, name: 'X' }, other]],
    ['ann@dpp.example', { nmpLeadName: 'Bob Jones' }, [{ ...conflict, address: 'X' }, other]],
  ])('changes only “%s” in a request', (text, lead, conflicts) => {
    expect(requestWithText(request, text, 'X')).toEqual({ ...request, ...lead, conflicts });
  });

  it.each([
    ['Ann Smith', { backUpName: 'X' }],
    ['Bob Jones', { employerApprover: 'X' }],
    ['Cat is a friend', { conflictsDeclared: 'X' }],
    ['nobody', {}],
  ])('changes only “%s” in a listing', (text, changed) => {
    expect(practitionerWithText(practitioner, text, 'X')).toEqual({ ...practitioner, ...changed });
  });

  it('leaves “erased” without another text', () => {
    expect(requestWithText(request, 'Bob Jones').nmpLeadName).toBe('erased');
    expect(practitionerWithText(practitioner, 'Bob Jones').employerApprover).toBe('erased');
  });
});
