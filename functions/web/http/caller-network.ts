const IPV4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/u;

/** The eight groups of an IPv6 address, with "::" expanded. */
const groupsOf = (address: string): readonly string[] => {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after];
};

/**
 * The network of an address, for quotas: /24 for IPv4, /64 for IPv6. Deliberately coarse, so that it identifies a
 * household or practice but not a person.
 * @param address "192.0.2.7" or "2001:db8::7"; a port may follow, as CloudFront writes it ("2001:db8::7:443")
 */
export const networkOf = (address: string): string => {
  const ipv4 = IPV4.exec(address.replace(/^::ffff:/u, ''));
  return ipv4?.[1] ?? groupsOf(address).slice(0, 4).join(':');
};

/**
 * The caller's network. CloudFront always overwrites `cloudfront-viewer-address`, so it can be trusted;
 * without CloudFront, the connection's own address is used.
 */
export const callerNetwork = (viewerAddress: string | undefined, sourceAddress: string): string =>
  networkOf(viewerAddress === undefined ? sourceAddress : viewerAddress.replace(/:\d+$/u, ''));
