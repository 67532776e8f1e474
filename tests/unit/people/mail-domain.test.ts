import { describe, expect, it } from 'vitest';
import { domainProof } from '../../../shared/people/domain-proof.ts';
import { isConfirmedFor } from '../../../shared/people/is-confirmed-for.ts';
import { domainOf, isNhsDomain, kindOfDomain, mayProve } from '../../../shared/people/mail-domain.ts';
import type { OrganisationDomain } from '../../../shared/people/organisation-domain.ts';
import type { OrganisationPerson } from '../../../shared/people/organisation-person.ts';
import { NOW } from '../../support/builders.ts';

const confirmed = (organisationId: string, domain: string): OrganisationDomain => ({
  organisationId,
  domain,
  listsAtOnce: false,
  by: 'Nina',
  at: NOW,
  note: 'on its website',
});
const surgery = { id: 'harbour-surgery-me7' };
const site = { id: 'harbour-ward-me7', employer: { id: 'harbour-trust', name: 'Harbour Trust' } };

describe('the kind of a domain', () => {
  it.each([
    ['nhs.net', 'nhs-shared'],
    ['NHS.net', 'nhs-shared'],
    ['harbour.nhs.uk', 'nhs'],
    ['nhs.uk', 'nhs-shared'],
    ['gmail.com', 'free'],
    ['doctors.org.uk', 'shared'],
    ['harbour.example', 'unknown'],
    ['evil-nhs.uk', 'unknown'],
    ['nhs.net.evil.example', 'unknown'],
  ])('%s is %s', (domain, kind) => {
    expect(kindOfDomain(domainOf(`Ann@${domain}`))).toBe(kind);
  });

  it('is the employer’s own where the team has confirmed it, but never for a shared domain', () => {
    const own = ['harbour.nhs.uk', 'harbour.example', 'nhs.net', 'gmail.com'];
    expect(own.map((domain) => kindOfDomain(domain, own))).toEqual(['own', 'own', 'nhs-shared', 'free']);
  });

  it('says whether the team may confirm it, and whether the NHS alone uses it', () => {
    const domains = ['nhs.net', 'harbour.nhs.uk', 'gmail.com', 'co.uk', 'harbour.example'];
    expect(domains.map(mayProve)).toEqual([false, true, false, false, true]);
    expect(domains.map(isNhsDomain)).toEqual([true, true, false, false, false]);
  });

  it('is read from an address with spaces, capitals and two signs', () => {
    expect(domainOf(' "a@b"@Harbour.Example ')).toBe('harbour.example');
  });
});

describe('an address proves that its owner works for an organisation', () => {
  const domains = [
    confirmed('harbour-surgery-me7', 'harbour.example'),
    confirmed('harbour-trust', 'harbour.nhs.uk'),
    confirmed('harbour-surgery-me7', 'nhs.net'),
  ];
  it.each([
    ['at its domain', 'ann@Harbour.example', surgery, true],
    ['at its owner’s domain', 'ann@harbour.nhs.uk', site, true],
    ['not at the domain of another organisation', 'ann@harbour.nhs.uk', surgery, false],
    ['not at a subdomain', 'ann@mail.harbour.example', surgery, false],
    ['not at a domain that ends with it', 'ann@evilharbour.example', surgery, false],
    ['not at the shared NHS mail, even if a row says so', 'ann@nhs.net', surgery, false],
  ])('%s', (_, address, organisation, proves) => {
    expect(domainProof(address, organisation, domains) !== undefined).toBe(proves);
  });
});

describe('a person is confirmed for an organisation', () => {
  const person = (changes: Partial<OrganisationPerson> = {}): OrganisationPerson => ({
    id: 'voucher#1',
    version: 1,
    organisationId: surgery.id,
    role: 'voucher',
    name: 'Petra Manager',
    email: 'petra@nhs.net',
    state: 'confirmed',
    proposedAt: NOW,
    ...changes,
  });
  it.each([
    ['as voucher, in any case of letters', {}, surgery, 'Petra@NHS.net', true],
    ['as lead, who may vouch too', { role: 'lead' as const }, surgery, 'petra@nhs.net', true],
    ['for the owner', { organisationId: 'harbour-trust' }, site, 'petra@nhs.net', true],
    ['not if only proposed', { state: 'proposed' as const }, surgery, 'petra@nhs.net', false],
    ['not if replaced', { state: 'replaced' as const }, surgery, 'petra@nhs.net', false],
    ['not if refused', { state: 'refused' as const }, surgery, 'petra@nhs.net', false],
    ['not for another organisation', {}, site, 'petra@nhs.net', false],
    ['not with a longer address', {}, surgery, 'a.petra@nhs.net', false],
  ])('%s', (_, changes, organisation, address, is) => {
    expect(isConfirmedFor(organisation, address, [person(changes)])).toBe(is);
  });

  it('as lead only if the role is asked for', () => {
    expect(isConfirmedFor(surgery, 'petra@nhs.net', [person()], ['lead'])).toBe(false);
  });
});
