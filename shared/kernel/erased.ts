/** Mark that replaces each erased text in a stored record. */
export const ERASED = 'erased';
