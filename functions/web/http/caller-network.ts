import { BlockList, isIP } from 'node:net';
import type { SharedNetwork } from '../../platform/shared-network.ts';

/** Marks the name of a shared network, so that it cannot be taken for a part of an address. */
const SHARED = 'shared#';

/** Network of all callers whose address cannot be read. They share one quota. */
const UNKNOWN = 'unknown';

/** The eight groups of an IPv6 address as numbers, with "::" expanded. */
const groupsOf = (address: string): readonly number[] => {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after].map((group) => Number.parseInt(group, 16));
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const holds = ({ ranges }: SharedNetwork, address: string): boolean => {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', prefix] = range.split('/');
    list.addSubnet(network, Number(prefix), familyOf(network));
  }
  return list.check(address, familyOf(address));
};

/** An address as it is compared: without a zone, and as IPv4 if it is one within IPv6. */
const plainAddress = (address: string): string =>
  address
    .replace(/%.*$/u, '')
    .replace(/^::ffff:(?=\d+\.)/iu, '')
    .toLowerCase();

/**
 * The network of an address, for quotas: the shared network that it belongs to, or /24 for IPv4 and /56 for IPv6.
 * Deliberately coarse, so that it identifies a household or practice but not a person. IPv6 by /56, because providers
 * give a household that many addresses, and who has one /64 has 256 of them.
 *
 * @param address "192.0.2.7" or "2001:db8::7"
 * @returns "192.0.2", "2001:db8:0:1200", "shared#anyshire-offices", or "unknown" for what is no address
 */
export const networkOf = (address: string, shared: readonly SharedNetwork[] = []): string => {
  const plain = plainAddress(address);
  const family = isIP(plain);
  if (family === 0) return UNKNOWN;
  const listed = shared.find((network) => holds(network, plain));
  if (listed !== undefined) return `${SHARED}${listed.name}`;
  if (family === 4) return plain.split('.').slice(0, 3).join('.');
  const [first = 0, second = 0, third = 0, fourth = 0] = groupsOf(plain);
  return [first, second, third, fourth & 0xff_00].map((group) => group.toString(16)).join(':');
};

/** Returns the /48 that holds an IPv6 network of `networkOf`; undefined for any other network. */
export const widerNetworkOf = (network: string): string | undefined => {
  const groups = network.split(':');
  return groups.length === 4 ? groups.slice(0, 3).join(':') : undefined;
};

/** Finds the shared network that `networkOf` named. */
export const sharedNetworkIn = (
  network: string,
  shared: readonly SharedNetwork[],
): SharedNetwork | undefined => shared.find(({ name }) => network === `${SHARED}${name}`);

/**
 * The caller's network. CloudFront always overwrites `cloudfront-viewer-address`, and nothing else comes through the
 * door, so it can be trusted. It ends with the caller's port: "192.0.2.7:443", "2001:db8::7:443" or "[2001:db8::7]:443".
 */
export const callerNetwork = (
  viewerAddress: string | undefined,
  sourceAddress: string,
  shared: readonly SharedNetwork[] = [],
): string =>
  networkOf(
    viewerAddress === undefined
      ? sourceAddress
      : viewerAddress.replace(/:\d+$/u, '').replace(/^\[(.*)\]$/u, '$1'),
    shared,
  );
