/** Action of a request's page on which an employer says who the learner is. */
export const NAMING = 'name-learner';
