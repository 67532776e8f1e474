const IPV4 = /^(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/u;

/** The eight groups of an IPv6 address, "::" written out. */
const groupsOf = (address: string): readonly string[] => {
  const [head = '', tail] = address.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after];
};

/**
 * The network that an address lies in, for quotas: a /24 of IPv4, a /64 of IPv6. Coarse on purpose: one household or
 * one practice, never a person.
 * @param address "192.0.2.7", "2001:db8::7", both also as CloudFront writes them with a port ("2001:db8::7:443")
 */
export const networkOf = (address: string): string => {
  const ipv4 = IPV4.exec(address.replace(/^::ffff:/u, ''));
  return ipv4?.[1] ?? groupsOf(address).slice(0, 4).join(':');
};

/**
 * Whose network a request comes from. CloudFront overwrites `cloudfront-viewer-address` whatever the caller sent;
 * without CloudFront in front the connection's own address is the caller's.
 */
export const callerNetwork = (viewerAddress: string | undefined, sourceAddress: string): string =>
  networkOf(viewerAddress === undefined ? sourceAddress : viewerAddress.replace(/:\d+$/u, ''));
