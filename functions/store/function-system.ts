import type { PublishedMap } from '../../shared/systems/published-map.ts';
import type { ServiceSystem } from '../../shared/systems/service-system.ts';
import type { SharedNetwork } from '../platform/shared-network.ts';
import type { Table } from './table/table.ts';

/** Settings of one system of a deployment, apart from the system's own data. */
export interface SystemSettings {
  /** Id of the system: "anyshire". */
  readonly id: string;
  /** ODS code of the system's board. */
  readonly board: string;
  readonly boardName: string;
  /** Name of the system's area. */
  readonly name: string;
  /** Outcodes at the system's border that other systems of the deployment serve, by system. */
  readonly neighbours: Readonly<Record<string, readonly string[]>>;
  /** Base URL of the system's pages, without a slash at its end. */
  readonly siteUrl: string;
  /** Address of the system's programme team. */
  readonly teamEmail: string;
  /** Address to which replies to the system's e-mails go. */
  readonly replyTo: string;
  /** Address that receives the digest of each place; the digests of other places go to the team. */
  readonly placeLeads: Readonly<Record<string, string>>;
  /** Ids of neighbouring systems with which it agreed that free places are offered across the border. */
  readonly sharesWith: readonly string[];
  /** Networks of the deployment that have a quota of their own. */
  readonly sharedNetworks: readonly SharedNetwork[];
  /** Systems that were merged into this one. Their rows are shown as its own until a command has moved them. */
  readonly merged: readonly { readonly id?: string }[];
}

/** One system as a function serves it: its data, its settings and its part of the table. */
export interface FunctionSystem extends Omit<
  SystemSettings,
  'id' | 'board' | 'boardName' | 'name' | 'neighbours' | 'merged'
> {
  readonly system: ServiceSystem;
  /** Reads the map of the system's districts. */
  readonly map: () => Promise<PublishedMap>;
  readonly table: Table;
}
