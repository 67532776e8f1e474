import { publishedOrganisationsSchema } from '../../shared/systems/published-organisations.ts';
import {
  type OrganisationIndex,
  organisationIndexOf,
} from '../../shared/systems/organisations/organisation-index.ts';
import type { ServiceSystem } from '../../shared/systems/service-system.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { keptObject } from '../platform/objects/kept-object.ts';
import type { Objects } from '../platform/objects/objects.ts';

interface Deps {
  readonly objects: Pick<Objects, 'get'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'surprise'>;
}

/**
 * Reads the organisations of a system from the bucket of files, and keeps them until the file changes. While the file
 * cannot be read, gives the trusts and networks alone: people can register, and what they type goes to the team.
 */
export const organisationsOf = (
  { objects, clock, log }: Deps,
  { id, board, trusts, networks }: Pick<ServiceSystem, 'id' | 'board' | 'trusts' | 'networks'>,
): (() => Promise<OrganisationIndex>) => {
  const read = keptObject({
    objects,
    clock,
    key: `systems/${id}/organisations.json`,
    parse: (body) =>
      organisationIndexOf({
        published: publishedOrganisationsSchema.parse(JSON.parse(new TextDecoder().decode(body))),
        board,
        trusts,
        networks,
      }),
  });
  return async () => {
    try {
      return await read();
    } catch (error) {
      log.surprise('organisations-not-read', error);
      return organisationIndexOf({ published: { organisations: [], aliases: [] }, board, trusts, networks });
    }
  };
};
