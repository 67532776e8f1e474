import type { EmailClass } from '../../../shared/notifications/email.ts';
import type { Key } from './table.ts';

/** A partition key that belongs to a system starts with the system's id: "anyshire|PRACTITIONER#p1". */
const SYSTEM = /^([a-z][a-z0-9-]*)\|/u;

/**
 * Partition keys of the whole deployment. Addresses and registration numbers are unique in all systems, and nobody who
 * wants no e-mails gets one from another system. The sending domain has one budget of e-mails, and a mailbox one quota.
 */
const DEPLOYMENT_WIDE = /^(?:UNIQUE|SUPPRESSION|UNSUBSCRIBED|COUNTER#emails|COUNTER#mailbox)#/u;

/** Whether a partition key belongs to the whole deployment. */
export const isOfDeployment = (pk: string): boolean => DEPLOYMENT_WIDE.test(pk);

/** Returns the id of the system to which a stored partition key belongs; undefined for a key of the deployment. */
export const systemOfKey = (pk: string): string | undefined => SYSTEM.exec(pk)?.[1];

/**
 * Returns a partition key as it is stored for a system. Leaves an empty key, which no table accepts, and a key that names
 * its system unchanged.
 */
export const keyInSystem = (systemId: string, pk: string): string =>
  pk === '' || isOfDeployment(pk) || SYSTEM.test(pk) ? pk : `${systemId}|${pk}`;

/** Returns a stored partition key without its system. */
export const keyWithoutSystem = (pk: string): string => pk.replace(SYSTEM, '');

/** Returns the id in the stored key of a row that holds a noun. */
export const nounIdOf = ({ pk, sk }: Key): string => keyWithoutSystem(pk).slice(sk.length + 1);

/** Makes every key of the table, without the system. No other code composes or parses a key. */
const own = (noun: string, id: string): Key => ({ pk: `${noun}#${id}`, sk: noun });

export const keys = {
  practitioner: (id: string) => own('PRACTITIONER', id),
  /** Key of a question to a confirmed person about a practitioner, in the practitioner's partition. */
  vouch: (id: string, organisationId: string, personId: string): Key => ({
    pk: own('PRACTITIONER', id).pk,
    sk: `VOUCH#${organisationId}#${personId}`,
  }),
  vouchPrefix: 'VOUCH#',
  request: (id: string) => own('REQUEST', id),
  offer: (id: string) => own('OFFER', id),
  match: (id: string) => own('MATCH', id),
  organisation: (id: string) => own('ORGANISATION', id),
  /** Key of a domain of e-mail addresses, in the partition of the organisation for which it is confirmed. */
  organisationDomain: (id: string, domain: string): Key => ({
    pk: own('ORGANISATION', id).pk,
    sk: `DOMAIN#${domain}`,
  }),
  /** Key of a person named for an organisation. */
  organisationPerson: (id: string, personId: string): Key => ({
    pk: own('ORGANISATION', id).pk,
    sk: `PERSON#${personId}`,
  }),
  email: (id: string) => own('EMAIL', id),
  /** @param hash SHA-256 of the token, base64url */
  token: (hash: string) => own('TOKEN', hash),
  /** @param addressHash SHA-256 of the normalised address */
  suppression: (addressHash: string) => own('SUPPRESSION', addressHash),
  unsubscribed: (addressHash: string) => own('UNSUBSCRIBED', addressHash),
  /** Key of a claim, which allows only one listing per e-mail address and per registration number. */
  unique: (what: 'email' | 'registration', hash: string) => own('UNIQUE', `${what}#${hash}`),
  counter: (name: string) => own('COUNTER', name),
  /** Key of a scheduled run, such as `digest#2026-W47#north-shore`; the row makes repeated runs idempotent. */
  run: (name: string) => own('RUN', name),
  /** Key of the row that says how far a run in pages has come. */
  runProgress: (id: string) => own('RUN', `progress#${id}`),
  digestRun: (id: string) => own('RUN', `digest#${id}`),
  loan: (id: string) => own('LOAN', id),
  round: (id: string) => own('ROUND', id),
  /** Key of one piece of a document that belongs to a round's plan. */
  roundPart: (id: string, part: string, piece: number): Key => ({
    pk: `ROUND#${id}`,
    sk: `PART#${part}#${String(piece).padStart(4, '0')}`,
  }),
  roundPartition: (id: string) => `ROUND#${id}`,
  roundPartPrefix: (part: string) => `PART#${part}#`,
  /** Key of the row that says how scarce practitioners were in recent rounds. */
  pressure: () => own('PRESSURE', 'recent'),
  /** Key of an erasure. The row contains the person's id only, so that the erasure can be repeated after a restore. */
  erasure: (noun: 'practitioner' | 'request', id: string) => own('ERASURE', `${noun}#${id}`),
  /** Key of a listing or request whose free text may name somebody who was erased. */
  mention: (noun: 'practitioner' | 'request', id: string) => own('MENTION', `${noun}#${id}`),
  /** Partition of the records that hold an address, as their own or of somebody whom they name. */
  find: (addressHash: string) => `FIND@${addressHash}`,
  /** Partition of the records that hold a registration number. */
  findNumber: (registrationHash: string) => `FIND-NUMBER#${registrationHash}`,
  /** Partition of the records that name somebody, by one word of the name. */
  findWord: (wordHash: string) => `FIND-WORD#${wordHash}`,
  /** Partition of the records that belong to a practitioner or request: offers, matches, e-mails and links. */
  recordsOf: (noun: 'practitioner' | 'request', id: string) => `OF#${noun}#${id}`,
  /** Key of an audit entry. The entries of a subject are sorted oldest first. */
  audit: (subject: string, at: string, id: string): Key => ({ pk: `AUDIT#${subject}`, sk: `${at}#${id}` }),
  auditPartition: (subject: string) => `AUDIT#${subject}`,
  /** Key of the values before and after a change. Those of a subject are sorted oldest first. */
  changedValues: (subject: string, at: string, id: string): Key => ({
    pk: `CHANGED-VALUES#${subject}`,
    sk: `${at}#${id}`,
  }),
  changedValuesPartition: (subject: string) => `CHANGED-VALUES#${subject}`,
  ledger: (employerId: string, at: string, id: string): Key => ({
    pk: `LEDGER#${employerId}`,
    sk: `${at}#${id}`,
  }),
  ledgerPartition: (employerId: string) => `LEDGER#${employerId}`,
} as const;

/** Returns the subject of an audit entry from its partition key. */
export const auditSubjectOf = (pk: string): string => keyWithoutSystem(pk).slice('AUDIT#'.length);

/** Makes the partition key of each list in the index. */
export const lists = {
  practitioners: (state: string) => `PRACTITIONER#${state}`,
  /** Practitioners of every state in the index `by-change`, sorted by the time at which the row was last written. */
  changedPractitioners: 'PRACTITIONER#changed',
  requests: (state: string) => `REQUEST#${state}`,
  offers: (state: string) => `OFFER#${state}`,
  matches: (state: string) => `MATCH#${state}`,
  organisations: 'ORGANISATION#listed',
  /** Confirmed domains, sorted by domain. */
  organisationDomains: 'ORGANISATION-DOMAIN#all',
  organisationPeople: (state: string) => `ORGANISATION-PERSON#${state}`,
  /** The list of a class of e-mails that wait. Rows of older versions are all in the list of the class `answer`. */
  emailsPending: (ofClass: EmailClass) =>
    ofClass === 'answer' ? 'EMAIL#pending' : `EMAIL#pending#${ofClass}`,
  emailsDone: 'EMAIL#done',
  links: 'TOKEN#all',
  audit: 'AUDIT#all',
  changedValues: 'CHANGED-VALUES#all',
  erasures: 'ERASURE#all',
  mentions: 'MENTION#all',
  counters: 'COUNTER#swept',
  rounds: 'ROUND#all',
  loans: (state: string) => `LOAN#${state}`,
  /** The host's entry of each exchange, sorted by the day from which its credit decays. */
  ledger: 'LEDGER#all',
} as const;

/** Lists that many rows enter at once, each with the number of partitions of the index over which it is spread. */
const parts: ReadonlyMap<string, number> = new Map([
  [lists.audit, 8],
  [lists.emailsPending('answer'), 4],
  [lists.emailsPending('routine'), 4],
  [lists.emailsPending('unconfirmed'), 4],
  [lists.emailsDone, 4],
  [lists.links, 4],
  [lists.practitioners('listed'), 4],
  [lists.requests('open'), 4],
]);

/** Returns over how many partitions of the index a list is spread. */
export const partsOfList = (list: string): number => parts.get(list) ?? 1;
