import type { Link, LinkKind } from '../../../shared/notifications/link.ts';
import type { Practitioner } from '../../../shared/people/practitioner.ts';
import type { ServiceSystem } from '../../../shared/systems/service-system.ts';
import type { Chance } from '../../platform/chance.ts';
import type { LinkRepository } from '../../store/repositories/link-repository.ts';
import { changeOfSystem } from '../../store/table/system-table.ts';
import type { Change } from '../../store/table/table.ts';

interface Deps {
  readonly system: Pick<ServiceSystem, 'neighbouringServices'>;
  readonly links: Pick<LinkRepository, 'mint'>;
  readonly chance: Pick<Chance, 'token'>;
}

/** A token for a link, and the change that stores its hash. */
export interface MintedLink {
  readonly token: string;
  readonly change: Change;
  /** Base URL of the site that opens the link, if it is not the system's own. */
  readonly siteUrl?: string;
}

/** Links to pages that show and change a DPP's listing. */
const ofTheListing: readonly LinkKind[] = ['manage', 'capacity'];

/**
 * Creates links. The listing of a neighbour's DPP is kept in their own system, so links to it lead there and are stored
 * there.
 */
export const mintLink =
  ({ system, links, chance }: Deps) =>
  (link: Link, guest: Practitioner['guest']): MintedLink => {
    const token = chance.token();
    const home =
      guest !== undefined && ofTheListing.includes(link.kind)
        ? system.neighbouringServices.find(({ id }) => id === guest.lender)
        : undefined;
    if (guest === undefined || home === undefined) return { token, change: links.mint(link, token) };
    const there = { ...link, practitionerId: guest.practitionerId };
    return {
      token,
      change: changeOfSystem(home.id, links.mint(there, token)),
      siteUrl: home.siteUrl,
    };
  };
