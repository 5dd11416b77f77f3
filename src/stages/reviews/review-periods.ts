/** A period that no rule set and no article gives; each is this service's own and says so where it is shown. */
interface OwnPeriod {
  readonly workingDays: number;
  /** What stands in the place of an article. */
  readonly article: string;
}

const ownPeriod = (workingDays: number, name: string): OwnPeriod => ({
  workingDays,
  article: `invented/${name}`,
});

/** How long the members of a panel have for what they must do. */
export const reviewPeriods = {
  /** To accept, recuse oneself or decline; then the next of the draw is asked. */
  answer: ownPeriod(2, 'seat-answer'),
  /** Until those who still owe sheets are reminded. */
  reminder: ownPeriod(8, 'panel-sheets-reminder'),
  /** To score all bids; then the organizer is told. */
  sheets: ownPeriod(10, 'panel-sheets'),
  /** To confirm sheets that stray; then the organizer is told. */
  deviations: ownPeriod(2, 'panel-deviations'),
  /** To sign or dissent; then silence is consent (实施条例 art. 41 gives the effect and no time). */
  signature: ownPeriod(2, 'panel-signature'),
} as const;
