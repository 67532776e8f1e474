import type { Plant } from '../simulation/planted/plant.ts';
import { NotInThatVersion } from '../simulation/not-in-that-version.ts';
import type { Ports, Services } from '../simulation/services.ts';
import { withOldReaders } from './old-readers.ts';
import type { OldVersion } from './old-version.ts';

/** Lets a function that a version does not have refuse to start. */
const withoutLaterFunctions = (services: Services): Services =>
  new Proxy(services, {
    get: (target, name): unknown =>
      Reflect.get(target, name) ??
      (() => {
        throw new NotInThatVersion(String(name));
      }),
  });

/**
 * Runs functions of version 0.1.0 until `runs` of them have run, and functions of this version from then on, on one
 * table. What needs a function that 0.1.0 did not have does not happen before. Returns a `Plant`, although an upgrade is not a fault, because the simulation then inserts it as it inserts
 * planted faults.
 */
export const upgraded = (
  old: OldVersion,
  runs: number,
): Plant & { readonly ran: () => { readonly before: number; readonly after: number } } => {
  let before = 0;
  let after = 0;
  let ports: Ports | undefined;
  return {
    name: 'upgraded',
    words: 'this version goes on with a history that 0.1.0 began',
    noticedAs: /^$/u,
    needs: 'rounds',
    ports: (given) => {
      ports = given;
      return given;
    },
    services: (its) => {
      if (ports === undefined) throw new Error('no ports');
      if (before < runs) {
        before += 1;
        return withoutLaterFunctions(withOldReaders(old.services(ports), its));
      }
      after += 1;
      return its;
    },
    isOlder: () => before < runs,
    ran: () => ({ before, after }),
  };
};
