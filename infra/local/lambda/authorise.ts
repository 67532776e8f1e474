import type { CallRecord, Calls } from './recorded-calls.ts';
import type { Permission, Policies } from './iam-policy.ts';

/** The functions that may call, found by name, ARN or logical id; `role` is the logical id of its role. */
interface Callers {
  find(caller: string): { readonly name: string; readonly role: string } | undefined;
}

/** Checks calls against the permissions of a function's role, and records them. */
export interface Authorise {
  /** @returns IAM's refusal message; undefined if everything is allowed */
  (caller: string, needed: readonly Permission[], by: CallRecord['by']): string | undefined;
  /** Records the capacity units consumed by an allowed request of the function's own code. */
  spent(caller: string, needed: readonly Permission[], capacityUnits: number): void;
}

/** @param functions known callers; any other caller (tests, seed) is unrestricted */
export const authoriseBy = (functions: () => Callers, policies: Policies, calls: Calls): Authorise => {
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
