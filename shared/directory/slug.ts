import { foldText } from '../kernel/fold-text.ts';

/** Last part of a profile's URL: "amara-example-7g2k…". Only the id identifies the person. */
export const slugOf = ({ name, id }: { readonly name: string; readonly id: string }): string => {
  const words = foldText(name)
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return words === '' ? id : `${words}-${id}`;
};

/** The id at the end of a slug. Ids contain no hyphen. */
export const idOfSlug = (slug: string): string => slug.slice(slug.lastIndexOf('-') + 1);
