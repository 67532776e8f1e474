import { isErased } from '../../../shared/kernel/is-erased.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { SupervisionRequest } from '../../../shared/requests/request.ts';
import type { PractitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import type { RequestRepository } from '../../store/repositories/request-repository.ts';

/** The record about which somebody asked the team: their listing, or their request. */
export type PersonOf =
  | { readonly kind: 'practitioner'; readonly noun: Practitioner }
  | { readonly kind: 'request'; readonly noun: SupervisionRequest };

/** Reasons why the team cannot act on a record. `listed-elsewhere`: a copy, whose own system can. */
export type NoPerson = 'unknown-record' | 'erased-already' | 'listed-elsewhere';

/** Reads records by id, for `personOf`. */
export interface RecordDeps {
  readonly practitioners: Pick<PractitionerRepository, 'find'>;
  readonly requests: Pick<RequestRepository, 'find'>;
}

/** Finds the listing or the request with an id, or says why the team cannot act on it. */
export const personOf =
  ({ practitioners, requests }: RecordDeps) =>
  async (id: string): Promise<PersonOf | NoPerson> => {
    const practitioner = await practitioners.find(id);
    if (practitioner !== undefined) {
      if (isErased(practitioner)) return 'erased-already';
      return practitioner.guest === undefined
        ? { kind: 'practitioner', noun: practitioner }
        : 'listed-elsewhere';
    }
    const request = await requests.find(id);
    if (request === undefined) return 'unknown-record';
    return isErased(request) ? 'erased-already' : { kind: 'request', noun: request };
  };

/** Ids of the person's record, for an e-mail to them. */
export const aboutRecord = ({ kind, noun }: PersonOf) =>
  kind === 'practitioner' ? { practitionerId: noun.id } : { requestId: noun.id };
