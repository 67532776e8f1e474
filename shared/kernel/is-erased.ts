interface Stateful {
  readonly state: string;
}

/** Whether a stored noun has been erased, so that its personal data is gone. */
export const isErased = <Noun extends Stateful>(
  noun: Noun,
): noun is Extract<Noun, { readonly state: 'erased' }> => noun.state === 'erased';
