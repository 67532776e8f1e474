const PREFIX = 'ods-';

/** Code of an organisation that is in the system's list, from its id; undefined for another. */
export const codeOfOrganisation = ({ id }: { readonly id: string }): string | undefined =>
  id.startsWith(PREFIX) ? id.slice(PREFIX.length).toUpperCase() : undefined;
