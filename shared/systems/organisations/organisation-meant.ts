import type { KnownOrganisation } from './known-organisation.ts';
import type { OrganisationIndex } from './organisation-index.ts';

/** Kinds whose name alone says which one is meant, wherever somebody works for it. */
const knownByName: ReadonlySet<KnownOrganisation['kind']> = new Set([
  'nhs-trust',
  'community-provider',
  'pcn',
  'hospice',
  'university',
]);

/**
 * Finds the organisation that a text surely means: by its code, alone or in brackets at the end; by a name or alias
 * that only one organisation in the outcode has; or by the name of a trust, provider, network, hospice or university.
 * @returns undefined if people have to say which one they mean, or if it is in no list
 */
export const organisationMeant = (
  index: OrganisationIndex,
  text: string,
  outcode: string | undefined,
): KnownOrganisation | undefined => {
  const [, inBrackets] = /\(([A-Z0-9-]+)\)\s*$/iu.exec(text) ?? [];
  const byCode = index.find(inBrackets ?? text.replace(/\s+/gu, ''));
  if (byCode !== undefined) return byCode;
  const named = index.named(text).flatMap((code) => index.find(code) ?? []);
  const open = named.filter(({ status }) => status !== 'closed');
  const here = open.filter((one) => one.outcode === outcode);
  const [only, ...others] = here.length > 0 ? here : open.filter(({ kind }) => knownByName.has(kind));
  return others.length === 0 ? only : undefined;
};
