import type { RowsOfKind } from '../../store/table/rows-of-kind.ts';

/**
 * Returns an entity without the personal fields of its kind, which must all be optional. Returns undefined if the
 * entity has no such field.
 */
export const withoutPersonal = <Noun extends object>(
  { personal, without }: Pick<RowsOfKind<Noun>, 'personal' | 'without'>,
  noun: Noun,
): Noun | undefined => {
  const fields: ReadonlySet<string> = new Set(personal);
  const isHeld = Object.entries(noun).some(([field, value]) => fields.has(field) && value !== undefined);
  return isHeld ? without(noun, personal) : undefined;
};
