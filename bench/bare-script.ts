/** What a bare workflow does when it is called, call by call: so many activities, one after the other. */
export type Script = readonly number[];

/** The signal that calls it. */
export const CALL = 'call';
