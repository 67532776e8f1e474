import type { OrganisationDomain } from '../../../shared/people/organisation-domain.ts';
import type {
  OrganisationPerson,
  OrganisationPersonState,
  OrganisationRole,
} from '../../../shared/people/organisation-person.ts';
import type { OrganisationRef } from '../../../shared/reference/vocabulary.ts';
import { addressHash } from '../../platform/hash.ts';
import { keys, lists } from '../table/keys.ts';
import { type ListPage, listPage, type PageOf } from '../table/list-page.ts';
import { organisationDomainRows } from '../table/rows/organisation-domain-rows.ts';
import { organisationPersonRows } from '../table/rows/organisation-person-rows.ts';
import type { Change, Table } from '../table/table.ts';
import { unfiled } from '../table/unfiled.ts';

/** What the team has confirmed about one organisation and its owner. */
export interface OrganisationTrust {
  readonly domains: readonly OrganisationDomain[];
  readonly people: readonly OrganisationPerson[];
}

export interface OrganisationTrustRepository {
  /** Reads domains and people of an organisation and of its owner, with strong consistency. */
  of(organisation: Pick<OrganisationRef, 'id' | 'employer'>): Promise<OrganisationTrust>;
  /** Reads the rows of one domain for an organisation and its owner, by their keys. */
  domainOf(
    organisation: Pick<OrganisationRef, 'id' | 'employer'>,
    domain: string,
  ): Promise<readonly OrganisationDomain[]>;
  findPerson(
    organisationId: string,
    role: OrganisationRole,
    email: string,
  ): Promise<OrganisationPerson | undefined>;
  /** Reads the people in one state, those who were named first before others. The index may lag. */
  peopleInState(state: OrganisationPersonState): Promise<readonly OrganisationPerson[]>;
  /** Reads one page of the people in one state. Positions start with the time at which a person was named. */
  peoplePage(state: OrganisationPersonState, page: PageOf): Promise<ListPage<OrganisationPerson>>;
  /** Reads the organisations for which a domain is confirmed. The index may lag. */
  withDomain(domain: string): Promise<readonly OrganisationDomain[]>;
  saveDomain(domain: OrganisationDomain): Change;
  removeDomain(domain: Pick<OrganisationDomain, 'organisationId' | 'domain'>): Change;
  savePerson(person: OrganisationPerson): Change;
  removePerson(person: OrganisationPerson): readonly Change[];
}

/** Makes the id of a person in one role of an organisation, which holds no address in the clear. */
export const organisationPersonId = (role: OrganisationRole, email: string): string =>
  `${role}#${addressHash(email)}`;

/** Names a person of an organisation as the subject of the team's words about them. */
export const organisationPersonSubject = (id: string): string => `organisation-person#${id}`;

const idsOf = ({ id, employer }: Pick<OrganisationRef, 'id' | 'employer'>): readonly string[] => [
  ...new Set([id, ...(employer === undefined ? [] : [employer.id])]),
];

/** Stores which domains and which people the team has confirmed for each organisation. */
export const organisationTrustRepository = (
  table: Pick<Table, 'get' | 'query' | 'setAside'>,
): OrganisationTrustRepository => {
  const partOf = async (organisationId: string): Promise<OrganisationTrust> => {
    const rows = await table.query({ from: 'table', partition: keys.organisation(organisationId).pk });
    const ofKind = (kind: string) => rows.filter((row) => row['kind'] === kind);
    return {
      domains: organisationDomainRows.parseAll(table, ofKind(organisationDomainRows.kind)),
      people: organisationPersonRows.parseAll(table, ofKind(organisationPersonRows.kind)),
    };
  };
  return {
    of: async (organisation) => {
      const parts = await Promise.all(idsOf(organisation).map(partOf));
      return {
        domains: parts.flatMap(({ domains }) => domains),
        people: parts.flatMap(({ people }) => people),
      };
    },
    domainOf: async (organisation, domain) =>
      organisationDomainRows.parseAll(
        table,
        await table.get(idsOf(organisation).map((id) => keys.organisationDomain(id, domain))),
      ),
    findPerson: async (organisationId, role, email) => {
      const id = organisationPersonId(role, email);
      const [row] = await table.get([keys.organisationPerson(organisationId, id)]);
      return row === undefined ? undefined : organisationPersonRows.parse(row);
    },
    peopleInState: async (state) =>
      organisationPersonRows.parseAll(
        table,
        await table.query({ from: 'by-list', partition: lists.organisationPeople(state) }),
      ),
    peoplePage: (state, page) =>
      listPage(table, lists.organisationPeople(state), page, (rows) =>
        organisationPersonRows.parseAll(table, rows),
      ),
    withDomain: async (domain) =>
      organisationDomainRows.parseAll(
        table,
        await table.query({
          from: 'by-list',
          partition: lists.organisationDomains,
          beginsWith: `${domain}#`,
        }),
      ),
    saveDomain: (row) =>
      organisationDomainRows.put(
        {
          ...keys.organisationDomain(row.organisationId, row.domain),
          listPk: lists.organisationDomains,
          listSk: `${row.domain}#${row.organisationId}`,
        },
        row,
        { is: 'anything' },
      ),
    removeDomain: ({ organisationId, domain }) => ({
      do: 'remove',
      key: keys.organisationDomain(organisationId, domain),
      when: { is: 'anything' },
    }),
    savePerson: (person) => organisationPersonRows.save(person),
    removePerson: (person) => [
      {
        do: 'remove',
        key: keys.organisationPerson(person.organisationId, person.id),
        when: { is: 'at', version: person.version },
      },
      ...unfiled(organisationPersonRows.save(person)),
    ],
  };
};
