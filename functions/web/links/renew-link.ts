import { causedFrom, emailFor, type EmailName } from '../../../shared/notifications/email.ts';
import type { Link } from '../../../shared/notifications/link.ts';
import { accepted } from '../../../shared/kernel/result.ts';
import { addressHash } from '../../platform/hash.ts';
import type { Chance } from '../../platform/chance.ts';
import type { Clock } from '../../platform/clock.ts';
import type { EmailRepository } from '../../store/repositories/email-repository.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';
import type { Table } from '../../store/table/table.ts';
import { decideAndCommit } from '../../store/unit-of-work.ts';
import { networkHash } from '../../platform/hash.ts';
import { renewalLimit } from './renewal-limit.ts';

interface Deps {
  readonly table: Pick<Table, 'commit'>;
  readonly practitioners: Pick<PractitionerRepository, 'findPresent'>;
  readonly requests: Pick<RequestRepository, 'findPresent'>;
  readonly emails: Pick<EmailRepository, 'save'>;
  readonly clock: Clock;
  readonly chance: Pick<Chance, 'id'>;
}

/** How a new link was asked for: with the token of the old link, from a network. */
interface AskedWith {
  readonly token: string;
  readonly network: string;
}

/**
 * Sends a new link to the recipient of the old one. Does nothing for an unknown link, or for a link over its limit.
 * Only those who have a link can use up its limit.
 */
export type RenewLink = (link: Link | undefined, asked: AskedWith) => Promise<void>;

export const renewLink = (deps: Deps): RenewLink => {
  const send = async (name: EmailName, about: Link, { token, network }: AskedWith): Promise<void> => {
    const now = deps.clock.now();
    const { practitionerId, requestId, organisationId } = about;
    const personId = about.kind === 'vouch' ? about.occasion : about.personId;
    const ids = {
      ...(organisationId === undefined || personId === undefined ? {} : { organisationId, personId }),
      ...(practitionerId === undefined ? {} : { practitionerId }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(about.kind === 'named' && about.occasion !== undefined ? { occasion: about.occasion } : {}),
    };
    const id = deps.chance.id();
    // Ignores the refusal if the link is over its limit, so that the caller cannot find out whether an
    // e-mail was sent.
    const outcome = await decideAndCommit<undefined, undefined, 'too-many'>({
      table: deps.table,
      read: () => Promise.resolve(undefined),
      decide: () =>
        accepted({
          value: undefined,
          changes: [deps.emails.save(causedFrom(emailFor(name, id, ids, now), networkHash(network)))],
          limits: [renewalLimit(token, now)],
        }),
    });
    if (!outcome.ok && outcome.refusal === 'busy') throw new Error('repeated write conflicts');
  };

  return async (link, asked) => {
    if (link?.kind === 'vouch') await send('voucher-asked', link, asked);
    if (link?.recipient === 'practitioner' && link.practitionerId !== undefined) {
      const practitioner = await deps.practitioners.findPresent(link.practitionerId);
      if (practitioner === undefined) return;
      const name =
        link.kind === 'confirm' && link.occasion !== undefined
          ? 'practitioner-new-address-confirm'
          : practitioner.state === 'unconfirmed'
            ? 'practitioner-address-confirm'
            : 'practitioner-manage-link';
      await send(name, link, asked);
    }
    if (link?.recipient === 'requester' && link.requestId !== undefined) {
      const request = await deps.requests.findPresent(link.requestId);
      if (request === undefined) return;
      const name =
        link.kind === 'confirm' && link.occasion !== undefined
          ? 'requester-new-address-confirm'
          : request.state === 'unconfirmed'
            ? 'requester-address-confirm'
            : 'requester-status-link';
      await send(name, link, asked);
    }
    if (link?.kind === 'named') await send('named-in-listing', link, asked);
    if (link?.kind === 'lead') await send('lead-named', link, asked);
    if (link?.recipient === 'lead' && link.requestId !== undefined) {
      const request = await deps.requests.findPresent(link.requestId);
      // Not to a lead whom another one has replaced.
      if (request?.nmpLeadEmail === undefined || addressHash(request.nmpLeadEmail) !== link.occasion) return;
      await send('lead-support-asked', link, asked);
    }
  };
};
