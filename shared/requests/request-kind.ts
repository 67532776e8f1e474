/** Kinds of request: before a university course, for the foundation year, and by a learner who is on the course. */
export const requestKinds = ['before-course', 'foundation-year', 'on-course'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** Reason why a learner’s first DPP is gone. */
export const lostDppReasons = ['left', 'ill', 'suspended', 'placement-broke-down', 'other'] as const;
export type LostDppReason = (typeof lostDppReasons)[number];

/** The kind of a request; requests that versions up to 0.4.0 stored name none. */
export const kindOf = ({ kind = 'before-course' }: { readonly kind?: RequestKind }): RequestKind => kind;
