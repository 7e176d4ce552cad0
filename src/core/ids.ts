import { monotonicFactory } from 'ulid';

/**
 * Ids that follow the order in which they were given out (ULID), so that a list is ordered by them. They are made before
 * a transaction begins: one that is sent again after a lost connection finds what it made.
 */
export const newId = monotonicFactory();
