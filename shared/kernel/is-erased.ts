interface Stateful {
  readonly state: string;
}

/** Whether a stored record has been erased, so that it no longer holds personal data. */
export const isErased = <Noun extends Stateful>(
  noun: Noun,
): noun is Extract<Noun, { readonly state: 'erased' }> => noun.state === 'erased';
