import { isErased } from '../../shared/kernel/is-erased.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import type { Committed, Ledger } from './ledger.ts';

type Tell = (what: string) => void;

/** Whether an address of the simulation proves that its owner works for the NHS. */
const isAtNhs = (address: string | undefined): boolean => address?.endsWith('.nhs.uk') === true;

/** Whether somebody who may do so has supported a request or opened it. */
const isSupported = (
  { email, decision, support, nmpLeadEmail, organisation }: SupervisionRequest,
  isConfirmed: (organisationId: string, address: string) => boolean,
): boolean =>
  isAtNhs(email) ||
  decision !== undefined ||
  (support?.answer?.says === 'supports' &&
    (isAtNhs(nmpLeadEmail) || isConfirmed(organisation.id, nmpLeadEmail ?? '')));

type Named = Readonly<
  Record<'organisationId' | 'email' | 'role' | 'state' | 'addressConfirmedAt', string | undefined>
>;

/**
 * Checks that nobody leads an organisation whom neither the team nor a domain of the organisation has confirmed, or who has
 * not confirmed their own address.
 */
export const leadChecks = (now: () => number, tell: Tell) => {
  const confirmed = new Set<string>();
  const domains = new Set<string>();
  const people = new Map<string, Named>();
  const leads = new Map<string, string>();
  /** Time until which each person led each organisation. */
  const ledUntil = new Map<string, number>();
  const hasLed = (organisationId: string, address: string, since: number): boolean =>
    leads.get(organisationId) === address || (ledUntil.get(`${organisationId} ${address}`) ?? 0) >= since;
  return {
    /** Looks at a commit. An older version names leads without any proof, and this version keeps them. */
    check: ({ changes }: Pick<Committed, 'changes'>, isOlder = false): void => {
      const puts = changes.flatMap((change) => (change.do === 'put' ? [change.row] : []));
      const byTeam = puts.some(({ action }) => action === 'organisation-person-confirmed');
      for (const row of puts) {
        if (row['kind'] === 'organisation-domain')
          domains.add(`${String(row['organisationId'])} ${String(row['domain'])}`);
        if (row['kind'] !== 'organisation-person') continue;
        const person = row['noun'] as Named;
        people.set(`${String(person.organisationId)} ${String(person.email)}`, person);
        if (byTeam && person.state === 'confirmed')
          confirmed.add(`${String(person.organisationId)} ${String(person.email)}`);
      }
      for (const row of puts) {
        if (row['kind'] !== 'organisation') continue;
        const { id, leadEmail } = row['noun'] as { readonly id: string; readonly leadEmail?: string };
        const former = leads.get(id);
        if (former === leadEmail) continue;
        if (former !== undefined) ledUntil.set(`${id} ${former}`, now());
        leads.delete(id);
        if (leadEmail === undefined) continue;
        leads.set(id, leadEmail);
        if (isOlder) continue;
        const lead = `${id} ${leadEmail}`;
        if (!confirmed.has(lead) && !domains.has(`${id} ${leadEmail.split('@')[1] ?? ''}`))
          tell(`${leadEmail} leads ${id}, and neither the team nor a domain has confirmed it`);
        if (people.get(lead)?.addressConfirmedAt === undefined)
          tell(`${leadEmail} leads ${id} without having confirmed the address`);
      }
    },
    /** Whether the team has confirmed somebody for an organisation. */
    isConfirmed: (organisationId: string, address: string): boolean =>
      confirmed.has(`${organisationId} ${address}`),
    /** Whether somebody has led an organisation at some time since. */
    hasLed,
    /** Looks at an e-mail about an organisation, sent by a function that began at `since`. */
    sent: (emailId: string, organisationId: string | undefined, to: string, since: number): void => {
      if (organisationId !== undefined && !hasLed(organisationId, to, since))
        tell(`${emailId} about ${organisationId} was sent to ${to}, who does not lead it`);
    },
  };
};

/** Whether a request has never been open. A matched one opens again when its DPP leaves. */
const isNotYetOpen = (before: Committed['requests'][number]['before']): boolean =>
  before === undefined || before.state === 'unconfirmed' || before.state === 'waiting-for-support';

/**
 * Checks that no request opens, and nobody is asked to supervise, on the word of somebody whom nobody knows; and that no
 * learner has two requests that are open or matched.
 */
export const checkTrust = (
  history: Ledger,
  { requests, offers }: Committed,
  isConfirmed: (organisationId: string, address: string) => boolean,
  isCounted: (requestId: string) => boolean,
  tell: Tell,
): void => {
  for (const { before, after } of requests) {
    if (isErased(after) || after.state !== 'open' || !isNotYetOpen(before)) continue;
    if (!isSupported(after, isConfirmed))
      tell(`request ${after.id} opened, and nobody whom the service knows supports it`);
    const same = [...history.requests.values()].filter(
      (other) =>
        !isErased(other) &&
        isCounted(other.id) &&
        (other.state === 'open' || other.state === 'matched') &&
        other.registrationNumber === after.registrationNumber,
    );
    if (same.length > 1)
      tell(`one learner has ${String(same.length)} open requests: ${same.map(({ id }) => id).join(', ')}`);
  }
  for (const { before, after } of offers) {
    if (before !== undefined) continue;
    const request = history.requests.get(after.requestId);
    if (request?.state !== 'open')
      tell(`offer ${after.id} was made for a request that is ${request?.state ?? 'unknown'}`);
  }
};
