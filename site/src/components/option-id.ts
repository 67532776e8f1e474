/** The first option has the field's own name as its id, so that the error summary can link to it. */
export const optionId = (name: string, index: number): string =>
  index === 0 ? name : `${name}-${(index + 1).toString()}`;
