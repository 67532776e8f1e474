/** Replaces an erased text in a stored noun. */
export const ERASED = 'erased';
