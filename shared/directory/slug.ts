/** Name and id → the last part of a profile's address: "amara-example-7g2k…". The id alone decides who is meant. */
export const slugOf = ({ name, id }: { readonly name: string; readonly id: string }): string => {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return words === '' ? id : `${words}-${id}`;
};

/** The id that a slug ends with. Ids hold no hyphen. */
export const idOfSlug = (slug: string): string => slug.slice(slug.lastIndexOf('-') + 1);
