import { Module } from '@nestjs/common';
import { ClocksModule } from '../../registers/clocks';
import { DecisionsModule } from '../../registers/decisions';
import { ExpertsModule } from '../../registers/experts';
import { InboxModule } from '../../registers/inbox';
import { NoticesModule } from '../../registers/notices';
import { PartiesModule } from '../../registers/parties';
import { ProcessesModule } from '../../registers/processes';
import { BidsModule } from '../bids';
import { RoundsModule } from '../rounds';
import { ReviewDecisions } from './decisions/review-decisions';
import { SelectShortlist } from './decisions/select-shortlist';
import { Disclosure } from './disclosure';
import { AskForExperts } from './draw/ask-for-experts';
import { DrawPanels } from './draw/draw-panels';
import { FreezePool } from './draw/freeze-pool';
import { GatherCandidates } from './draw/gather-candidates';
import { KnownObstacles } from './draw/known-obstacles';
import { ConvenePanel } from './panels/convene-panel';
import { EnlargePool } from './panels/enlarge-pool';
import { OpenReview } from './panels/open-review';
import { PanelBids } from './panels/panel-bids';
import { PanelBook } from './panels/panel-book';
import { PanelRepository } from './panels/panel.repository';
import { PanelsController } from './panels/panels.controller';
import { PanelsQuery } from './panels/panels.query';
import { ReviewLots } from './panels/review-lots';
import { WorkPanel } from './panels/work-panel';
import { CloseReport } from './report/close-report';
import { MakeReport } from './report/make-report';
import { RankLot } from './report/rank-lot';
import { ReportRepository } from './report/report.repository';
import { ResultsController } from './report/results.controller';
import { ReviewedBidsQuery } from './report/reviewed-bids.query';
import { ScorableBids } from './report/scorable-bids';
import { SignReport } from './report/sign-report';
import { ReviewClocks } from './review-clocks';
import { Reviews } from './reviews';
import { ReviewsActivities } from './reviews.activities';
import { AnswerInvitation } from './seats/answer-invitation';
import { BiddersLists } from './seats/bidders-list';
import { FillVacancies } from './seats/fill-vacancies';
import { FindSeat } from './seats/find-seat';
import { InviteExpert } from './seats/invite-expert';
import { RecuseTied } from './seats/recuse-tied';
import { ReplaceExpert } from './seats/replace-expert';
import { SeatBook } from './seats/seat-book';
import { SeatRepository } from './seats/seat.repository';
import { SeatsController } from './seats/seats.controller';
import { SeatsQuery } from './seats/seats.query';
import { CloseScoring } from './sheets/close-scoring';
import { ConfirmSheet } from './sheets/confirm-sheet';
import { LockSheet } from './sheets/lock-sheet';
import { OwedSheets } from './sheets/owed-sheets';
import { SheetRepository } from './sheets/sheet.repository';
import { SheetsQuery } from './sheets/sheets.query';
import { StrayingSheets } from './sheets/straying-sheets';

const draw = [AskForExperts, DrawPanels, FreezePool, GatherCandidates, KnownObstacles];
const panels = [
  ConvenePanel,
  EnlargePool,
  OpenReview,
  PanelBids,
  PanelBook,
  PanelRepository,
  PanelsQuery,
  ReviewLots,
  WorkPanel,
];
const seats = [
  AnswerInvitation,
  BiddersLists,
  FillVacancies,
  FindSeat,
  InviteExpert,
  RecuseTied,
  ReplaceExpert,
  SeatBook,
  SeatRepository,
  SeatsQuery,
];
const sheets = [
  CloseScoring,
  ConfirmSheet,
  LockSheet,
  OwedSheets,
  SheetRepository,
  SheetsQuery,
  StrayingSheets,
];
const report = [
  CloseReport,
  MakeReport,
  RankLot,
  ReportRepository,
  ReviewedBidsQuery,
  ScorableBids,
  SignReport,
];
const decisions = [ReviewDecisions, SelectShortlist];

@Module({
  imports: [
    BidsModule,
    ClocksModule,
    DecisionsModule,
    ExpertsModule,
    InboxModule,
    NoticesModule,
    PartiesModule,
    ProcessesModule,
    RoundsModule,
  ],
  controllers: [PanelsController, ResultsController, SeatsController],
  providers: [
    ...draw,
    ...panels,
    ...seats,
    ...sheets,
    ...report,
    ...decisions,
    Disclosure,
    ReviewClocks,
    Reviews,
    ReviewsActivities,
  ],
  exports: [Reviews],
})
export class ReviewsModule {}
