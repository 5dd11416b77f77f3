import { Module } from '@nestjs/common';
import { CalendarModule } from '../../registers/calendar';
import { ClocksModule } from '../../registers/clocks';
import { FundsModule } from '../../registers/funds';
import { InboxModule } from '../../registers/inbox';
import { LedgerModule } from '../../registers/ledger';
import { NoticesModule } from '../../registers/notices';
import { PartiesModule } from '../../registers/parties';
import { ProcessesModule } from '../../registers/processes';
import { UnitsModule } from '../../registers/units';
import { AnnounceRound } from './announce-round';
import { ApproveRound } from './approve-round';
import { BidBook } from './bid-book';
import { CancelRound } from './cancel-round';
import { CloseLots } from './close-lots';
import { AnnounceCorrection } from './corrections/announce-correction';
import { ApproveCorrection } from './corrections/approve-correction';
import { CorrectionBook } from './corrections/correction-book';
import { CorrectionRepository } from './corrections/correction.repository';
import { CorrectionsController } from './corrections/corrections.controller';
import { ProposeCorrection } from './corrections/propose-correction';
import { RefuseCorrection } from './corrections/refuse-correction';
import { CreateProgramme } from './create-programme';
import { CreateRound } from './create-round';
import { EndRound } from './end-round';
import { AnswerQuestion } from './questions/answer-question';
import { AskQuestion } from './questions/ask-question';
import { QuestionBook } from './questions/question-book';
import { QuestionClocks } from './questions/question-clocks';
import { QuestionRepository } from './questions/question.repository';
import { QuestionsController } from './questions/questions.controller';
import { QuestionsQuery } from './questions/questions.query';
import { RefuseQuestion } from './questions/refuse-question';
import { ReturnMoney } from './return-money';
import { LotKeeper } from './lot-keeper';
import { OpenLots } from './open-lots';
import { ProgrammesController } from './programmes.controller';
import { RoundRepository } from './round.repository';
import { Rounds } from './rounds';
import { RoundsActivities } from './rounds.activities';
import { RoundsController } from './rounds.controller';
import { RoundsQuery } from './rounds.query';
import { RuleSetSchemaController } from './rule-set-schema.controller';

@Module({
  imports: [
    CalendarModule,
    ClocksModule,
    FundsModule,
    InboxModule,
    LedgerModule,
    NoticesModule,
    PartiesModule,
    ProcessesModule,
    UnitsModule,
  ],
  controllers: [
    CorrectionsController,
    ProgrammesController,
    QuestionsController,
    RoundsController,
    RuleSetSchemaController,
  ],
  providers: [
    AnnounceCorrection,
    AnnounceRound,
    AnswerQuestion,
    ApproveCorrection,
    ApproveRound,
    AskQuestion,
    BidBook,
    CancelRound,
    CloseLots,
    CorrectionBook,
    CorrectionRepository,
    CreateProgramme,
    CreateRound,
    EndRound,
    LotKeeper,
    OpenLots,
    ProposeCorrection,
    QuestionBook,
    QuestionClocks,
    QuestionRepository,
    QuestionsQuery,
    RefuseCorrection,
    RefuseQuestion,
    ReturnMoney,
    RoundRepository,
    Rounds,
    RoundsActivities,
    RoundsQuery,
  ],
  exports: [BidBook, Rounds],
})
export class RoundsModule {}
