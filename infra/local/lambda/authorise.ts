import type { CallRecord, Calls } from './recorded-calls.ts';
import type { LocalFunctions } from './functions.ts';
import type { Permission, Policies } from './iam-policy.ts';

/** Asks whether a function's role allows what it is about to do, and notes that it was asked. */
export interface Authorise {
  /** @returns the words of the refusal; undefined when everything is allowed */
  (caller: string, needed: readonly Permission[], by: CallRecord['by']): string | undefined;
  /** Notes what an allowed request of the function's own code cost, in capacity units. */
  spent(caller: string, needed: readonly Permission[], capacityUnits: number): void;
}

/** @param functions who calls; a caller that is none of them (the tests, the seed) may do anything */
export const authoriseBy = (functions: () => LocalFunctions, policies: Policies, calls: Calls): Authorise => {
  const authorise = (caller: string, needed: readonly Permission[], by: CallRecord['by']) => {
    const found = functions().find(caller);
    if (found === undefined) return undefined;
    const refused = needed.find(({ action, resource }) => !policies.allows(found.role, action, resource));
    if (by === 'code') calls.request(found.name);
    for (const { action, resource } of needed)
      calls.record({ function: found.name, action, resource, by }, { refused: refused !== undefined });
    if (refused === undefined) return undefined;
    process.stderr.write(`local runner: ${found.name} may not ${refused.action} on ${refused.resource}\n`);
    return `${found.name} is not authorized to perform: ${refused.action} on resource: ${refused.resource}`;
  };
  return Object.assign(authorise, {
    spent: (caller: string, [first]: readonly Permission[], capacityUnits: number) => {
      const found = functions().find(caller);
      if (found !== undefined && first !== undefined)
        calls.spend({ function: found.name, ...first, by: 'code' }, capacityUnits);
    },
  });
};
