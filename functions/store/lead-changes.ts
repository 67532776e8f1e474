import { type About, causedFrom, type EmailName, emailFor } from '../../shared/notifications/email.ts';
import { isConfirmedFor } from '../../shared/people/is-confirmed-for.ts';
import { confirmingDomain, otherLead, withConfirmedAddress } from '../../shared/people/lead-moves.ts';
import { organisationRef } from '../../shared/people/organisation-ref.ts';
import type { Organisation } from '../../shared/people/organisation.ts';
import type { OrganisationPerson } from '../../shared/people/organisation-person.ts';
import { type Actor, auditRow } from './audit-row.ts';
import { emailRepository } from './repositories/email-repository.ts';
import { organisationRepository } from './repositories/organisation-repository.ts';
import {
  organisationPersonId,
  type OrganisationTrust,
  organisationTrustRepository,
} from './repositories/organisation-trust-repository.ts';
import type { Change, Table } from './table/table.ts';

/** Ids of a person and of their organisation, for an e-mail. */
export const aboutPerson = ({
  id: personId,
  organisationId,
}: Pick<OrganisationPerson, 'id' | 'organisationId'>): About => ({ organisationId, personId });

const emailAbout = (
  table: Table,
  name: EmailName,
  person: OrganisationPerson,
  now: string,
  occasion: string | undefined,
): Change =>
  emailRepository(table).save(
    emailFor(
      name,
      [person.organisationId, person.id, ...(occasion === undefined ? [] : [occasion])].join('.'),
      aboutPerson(person),
      now,
    ),
  );

interface Named {
  readonly table: Table;
  /** The organisation, which may not be stored yet. */
  readonly organisation: Organisation;
  readonly trust: OrganisationTrust;
  readonly lead: { readonly name: string; readonly email: string };
  /** The record that names the lead: "request#r1". */
  readonly by: string;
  readonly now: string;
  /** Whether the lead gets another e-mail at the same time, by which they can confirm their address. */
  readonly isWrittenTo: boolean;
  /** Hash of the network from which they were named. */
  readonly network: string;
}

/**
 * Makes the changes that keep the name of a prescribing lead whom somebody has named: the person is `proposed`, is told
 * so once, and is a task for the team unless a confirmed domain will confirm them. Makes none for somebody who was named
 * before. Whoever is named leads nothing by it.
 */
export const namedLeadChanges = ({
  table,
  organisation,
  trust,
  lead,
  by,
  now,
  isWrittenTo,
  network,
}: Named): readonly Change[] => {
  const id = organisationPersonId('lead', lead.email);
  const isKnown = trust.people.some((one) => one.id === id && one.organisationId === organisation.id);
  if (isKnown || isConfirmedFor(organisationRef(organisation), lead.email, trust.people, ['lead'])) return [];
  const person: OrganisationPerson = {
    id,
    version: 0,
    organisationId: organisation.id,
    role: 'lead',
    ...lead,
    state: 'proposed',
    proposedBy: by,
    proposedAt: now,
  };
  const toThem = emailFor('lead-named', `${organisation.id}.${id}`, aboutPerson(person), now);
  return [
    organisationTrustRepository(table).savePerson(person),
    ...(isWrittenTo ? [] : [emailRepository(table).save(causedFrom(toThem, network))]),
    ...(confirmingDomain(person, organisation, trust) === undefined
      ? [emailAbout(table, 'team-lead-named', person, now, undefined)]
      : []),
  ];
};

interface Confirmed {
  readonly table: Table;
  readonly person: OrganisationPerson;
  readonly organisation: Organisation;
  readonly trust: OrganisationTrust;
  readonly now: string;
  readonly actor: Actor;
  /** Id of the audit row, and of the e-mails if there may be several. */
  readonly occasion: string;
}

/**
 * Makes the changes by which a named lead confirms their own address. They then lead the organisation if the team or a
 * domain has confirmed them too. Makes none if they have confirmed it before.
 */
export const confirmedAddressChanges = ({
  table,
  person,
  organisation,
  trust,
  now,
  actor,
  occasion,
}: Confirmed): readonly Change[] => {
  if (person.addressConfirmedAt !== undefined) return [];
  const after = withConfirmedAddress(person, organisation, trust, now);
  const leads = after.organisation !== organisation;
  // A domain that was withdrawn meanwhile no longer confirms them: the team learns of them only now.
  const wasExpected = person.state === 'proposed' && otherLead(person, trust.people) === undefined;
  return [
    organisationTrustRepository(table).savePerson(after.person),
    ...(leads ? [organisationRepository(table).save(after.organisation)] : []),
    ...(leads ? [emailAbout(table, 'lead-confirmed', after.person, now, occasion)] : []),
    ...(leads || !wasExpected
      ? []
      : [emailAbout(table, 'team-lead-named', after.person, now, 'address-confirmed')]),
    auditRow(`organisation#${organisation.id}`, now, occasion, actor, 'lead-address-confirmed', {
      leads: leads ? 'yes' : 'no',
    }),
  ];
};

/** Makes the e-mail about a lead: that they lead, lead no more, or are asked to confirm their address. */
export const leadEmail = (
  table: Table,
  name: 'lead-confirmed' | 'lead-replaced' | 'lead-named' | 'team-lead-named',
  person: OrganisationPerson,
  now: string,
  occasion: string,
): Change => emailAbout(table, name, person, now, occasion);
