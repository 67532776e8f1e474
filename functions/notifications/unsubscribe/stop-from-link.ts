import type { Link } from '../../../shared/notifications/link.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import type { Actor } from '../../store/audit-row.ts';
import { digestStop } from './unsubscribe-link.ts';

/** What one press ends: under what it is filed, and what the audit says about it. */
export interface Stop {
  /** An address, or the digest of the team that is stopped. */
  readonly under: string;
  readonly subject: string;
  readonly actor: Actor;
}

interface Finder<Noun> {
  find(id: string): Promise<Noun | undefined>;
}

interface Deps {
  readonly practitioners: Finder<Practitioner>;
  readonly requests: Finder<SupervisionRequest>;
  readonly organisations: Finder<Organisation>;
}

/** An unsubscribe link → what it ends, or undefined when nobody is there any more. */
export const stopFromLink =
  ({ practitioners, requests, organisations }: Deps) =>
  async (link: Link): Promise<Stop | undefined> => {
    switch (link.recipient) {
      case 'practitioner': {
        const practitioner = await practitioners.find(link.practitionerId ?? '');
        return practitioner === undefined
          ? undefined
          : { under: practitioner.email, subject: `practitioner#${practitioner.id}`, actor: 'practitioner' };
      }
      case 'requester': {
        const request = await requests.find(link.requestId ?? '');
        return request === undefined
          ? undefined
          : { under: request.email, subject: `request#${request.id}`, actor: 'requester' };
      }
      case 'organisation': {
        const organisation = await organisations.find(link.organisationId ?? '');
        return organisation?.leadEmail === undefined
          ? undefined
          : {
              under: organisation.leadEmail,
              subject: `organisation#${organisation.id}`,
              actor: 'team:organisation-lead',
            };
      }
      case 'team': {
        const { occasion } = link;
        if (occasion === undefined) return undefined;
        const under = digestStop(occasion);
        return { under, subject: under, actor: 'team:digest-reader' };
      }
    }
  };
