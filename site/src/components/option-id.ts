/** Id of an option. The first option's id is the field's name, so that the error summary can link to it. */
export const optionId = (name: string, index: number): string =>
  index === 0 ? name : `${name}-${(index + 1).toString()}`;
