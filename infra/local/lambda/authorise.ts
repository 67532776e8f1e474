import type { CallRecord, Calls } from './recorded-calls.ts';
import type { Permission, Policies } from './iam-policy.ts';

/**
 * The functions that may make calls. A function is found by its name, ARN or logical id; `role` is the
 * logical id of the function's role.
 */
interface Callers {
  find(caller: string): { readonly name: string; readonly role: string } | undefined;
}

/** Checks AWS calls against the permissions of the calling function's role, and records the calls. */
export interface Authorise {
  /** @returns IAM's message if a permission is missing; undefined if the call is allowed */
  (caller: string, needed: readonly Permission[], by: CallRecord['by']): string | undefined;
  /** Records the capacity units that an allowed request of the function's code has consumed. */
  spent(caller: string, needed: readonly Permission[], capacityUnits: number): void;
}

/**
 * @param functions the callers whose permissions are checked; any other caller, such as a test or the seed,
 * may do everything
 */
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
