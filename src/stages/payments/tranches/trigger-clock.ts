/** The clock of the last day that a tranche's trigger names: when it passes, the process of the project looks again. */
export const TRIGGER_CLOCK = 'tranche.trigger';
