import type { Link } from '../../../shared/notifications/link.ts';
import type { Organisation } from '../../../shared/people/organisation.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Actor } from '../../store/audit-row.ts';
import { isSentToLead } from '../../store/is-sent-to-lead.ts';
import { findOrganisation } from '../../store/find-organisation.ts';
import { digestSuppressionKey } from './unsubscribe-link.ts';

/** The suppression for which an unsubscribe link asks: its key, and the subject and actor for the audit. */
export interface Stop {
  /** The address, or the scope of a team digest, under which the suppression is stored. */
  readonly under: string;
  readonly subject: string;
  readonly actor: Actor;
}

interface Finder<Noun> {
  find(id: string): Promise<Noun | undefined>;
}

interface Deps {
  readonly practitioners: Pick<PractitionerRepository, 'findPresent'>;
  readonly requests: Pick<RequestRepository, 'findPresent'>;
  readonly organisations: Finder<Organisation>;
}

/** Resolves an unsubscribe link; undefined if its recipient no longer exists. */
export const stopFromLink =
  ({ practitioners, requests, organisations }: Deps) =>
  async (link: Link): Promise<Stop | undefined> => {
    switch (link.recipient) {
      case 'practitioner': {
        const practitioner = await practitioners.findPresent(link.practitionerId ?? '');
        return practitioner === undefined
          ? undefined
          : { under: practitioner.email, subject: `practitioner#${practitioner.id}`, actor: 'practitioner' };
      }
      case 'requester': {
        const request = await requests.findPresent(link.requestId ?? '');
        return request === undefined
          ? undefined
          : { under: request.email, subject: `request#${request.id}`, actor: 'requester' };
      }
      // E-mails to leads and to people whom a DPP names cannot be stopped: see `canBeStopped`.
      case 'lead':
      case 'named-person':
        return undefined;
      case 'organisation': {
        const organisation = await findOrganisation(organisations, link.organisationId ?? '');
        return organisation?.leadEmail === undefined || !isSentToLead(link, organisation)
          ? undefined
          : {
              under: organisation.leadEmail,
              subject: `organisation#${organisation.id}`,
              actor: 'organisation-lead',
            };
      }
      case 'team': {
        const { occasion } = link;
        if (occasion === undefined) return undefined;
        const under = digestSuppressionKey(occasion);
        return { under, subject: under, actor: 'digest-reader' };
      }
    }
  };
