import { Module } from '@nestjs/common';
import { ReceiptSigner } from '../../platform/crypto/receipt-signer';
import { AttachmentsModule } from '../../registers/attachments';
import { CreditModule } from '../../registers/credit';
import { DecisionsModule } from '../../registers/decisions';
import { InboxModule } from '../../registers/inbox';
import { NoticesModule } from '../../registers/notices';
import { PartiesModule } from '../../registers/parties';
import { ProcessesModule } from '../../registers/processes';
import { RoundsModule } from '../rounds';
import { AttachToBid } from './attach-to-bid';
import { BidDecisions } from './bid-decisions';
import { BidRepository } from './bid.repository';
import { Bids } from './bids';
import { BidsActivities } from './bids.activities';
import { BidsController } from './bids.controller';
import { BidsQuery } from './bids.query';
import { ChangeBid } from './change-bid';
import { CheckApplication } from './check-application';
import { CheckBids } from './check-bids';
import { CheckedRules } from './checked-rules';
import { ChecksToDecideQuery } from './checks-to-decide.query';
import { HoldOpening } from './hold-opening';
import { JudgeBid } from './judge-bid';
import { KeepBidBook } from './keep-bid-book';
import { LapseBid } from './lapse-bid';
import { OpenBids } from './open-bids';
import { OpenedBidsQuery } from './opened-bids.query';
import { OpeningRepository } from './opening.repository';
import { OpeningsController } from './openings.controller';
import { OutdatedBids } from './outdated-bids';
import { QualificationRepository } from './qualification.repository';
import { QualifyBids } from './qualify-bids';
import { RequestOpening } from './request-opening';
import { SubmitBid } from './submit-bid';
import { TooFewBids } from './too-few-bids';

@Module({
  imports: [
    AttachmentsModule,
    CreditModule,
    DecisionsModule,
    InboxModule,
    NoticesModule,
    PartiesModule,
    ProcessesModule,
    RoundsModule,
  ],
  controllers: [BidsController, OpeningsController],
  providers: [
    AttachToBid,
    BidDecisions,
    BidRepository,
    Bids,
    BidsActivities,
    BidsQuery,
    ChangeBid,
    CheckApplication,
    CheckBids,
    CheckedRules,
    ChecksToDecideQuery,
    HoldOpening,
    JudgeBid,
    KeepBidBook,
    LapseBid,
    OpenBids,
    OpenedBidsQuery,
    OpeningRepository,
    OutdatedBids,
    QualificationRepository,
    QualifyBids,
    ReceiptSigner,
    RequestOpening,
    SubmitBid,
    TooFewBids,
  ],
  exports: [Bids],
})
export class BidsModule {}
