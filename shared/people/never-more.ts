/** The promise that `placesNotAskedAbout` of `shared/capacity` keeps, as practitioners read it. */
export const NEVER_MORE = 'We never ask you about more learners than you have places for.';
