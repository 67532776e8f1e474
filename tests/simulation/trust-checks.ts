import { isErased } from '../../shared/kernel/is-erased.ts';
import type { SupervisionRequest } from '../../shared/requests/request.ts';
import type { Committed, Ledger } from './ledger.ts';

type Tell = (what: string) => void;

/** Whether an address of the simulation proves that its owner works for the NHS. */
const isAtNhs = (address: string | undefined): boolean => address?.endsWith('.nhs.uk') === true;

/** Whether somebody who may do so has supported a request or opened it. */
const isSupported = ({ email, decision, support, nmpLeadEmail }: SupervisionRequest): boolean =>
  isAtNhs(email) || decision !== undefined || (support?.answer?.says === 'supports' && isAtNhs(nmpLeadEmail));

/**
 * Checks that no request opens, and nobody is asked to supervise, on the word of somebody whom nobody knows; and that no
 * learner has two requests that are open or matched.
 */
export const checkTrust = (history: Ledger, { requests, offers }: Committed, tell: Tell): void => {
  for (const { before, after } of requests) {
    if (isErased(after) || after.state !== 'open' || before?.state === 'open') continue;
    if (!isSupported(after))
      tell(`request ${after.id} opened, and nobody whom the service knows supports it`);
    const same = [...history.requests.values()].filter(
      (other) =>
        !isErased(other) &&
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
