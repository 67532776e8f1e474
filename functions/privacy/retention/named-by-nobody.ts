import type { OrganisationRef } from '../../../shared/reference/vocabulary.ts';
import { presentPractitionerStates } from '../../../shared/people/practitioner.ts';
import { presentRequestStates } from '../../../shared/requests/request.ts';
import { practitionerRepository } from '../../store/repositories/practitioner-repository.ts';
import { requestRepository } from '../../store/repositories/request-repository.ts';
import { type ListPage, type PageOf, pagesOf } from '../../store/table/list-page.ts';
import { wholeLists } from '../../store/table/read-rows.ts';
import type { Table } from '../../store/table/table.ts';

interface Named {
  readonly organisation: Pick<OrganisationRef, 'id' | 'employer'>;
}

/** Number of people whom a search reads at once. */
const PAGE_SIZE = 500;

/**
 * Returns those of some organisations that no practitioner and no request names, as employer or as its owner. Reads everybody once, in pages, and
 * stops as soon as each organisation was named.
 * @throws {UnreadableRow} instead of leaving a row out, because an unreadable row might name one of them
 */
export const namedByNobody = async <Organisation extends { readonly id: string }>(
  table: Table,
  organisations: readonly Organisation[],
): Promise<readonly Organisation[]> => {
  const whole = wholeLists(table);
  const [practitioners, requests] = [practitionerRepository(whole), requestRepository(whole)];
  const everybody: readonly ((page: PageOf) => Promise<ListPage<Named>>)[] = [
    ...presentPractitionerStates.map((state) => (page: PageOf) => practitioners.page(state, page)),
    ...presentRequestStates.map((state) => (page: PageOf) => requests.page(state, page)),
  ];
  const left = new Map(organisations.map((one) => [one.id, one]));
  if (left.size === 0) return [];
  for (const read of everybody)
    for await (const page of pagesOf(read, { size: PAGE_SIZE })) {
      for (const { organisation } of page) {
        left.delete(organisation.id);
        if (organisation.employer !== undefined) left.delete(organisation.employer.id);
      }
      if (left.size === 0) return [];
    }
  return [...left.values()];
};
