import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReceiptSigner } from '../../platform/crypto/receipt-signer';
import type { Context } from '../../platform/database/context';
import { Allow } from '../../platform/http/allow.decorator';
import { Ctx } from '../../platform/http/ctx.decorator';
import { Documented } from '../../platform/http/documented.decorator';
import { IdParam } from '../../platform/http/id-param.decorator';
import { pageOf } from '../../platform/http/page.dto';
import {
  CheckApplicationRequest,
  ListBidsRequest,
  ReplaceBidRequest,
  SubmitBidRequest,
} from './bid.dto';
import {
  BidLineView,
  BidPage,
  BidView,
  CheckedApplicationView,
  ReceiptKeyView,
  ReceivedBidView,
  SignedReceiptView,
} from './bid-view.dto';
import { BidsQuery } from './bids.query';
import { ChangeBid } from './change-bid';
import { CheckApplication } from './check-application';
import { SubmitBid } from './submit-bid';

@ApiTags('bids')
@Controller('v1')
export class BidsController {
  constructor(
    private readonly submitBid: SubmitBid,
    private readonly changeBid: ChangeBid,
    private readonly checkApplication: CheckApplication,
    private readonly bids: BidsQuery,
    private readonly signer: ReceiptSigner,
  ) {}

  @Post('lots/:lotId/bids')
  @Allow('bid.submit')
  @Documented({
    summary: 'Submit a bid and get its receipt',
    answers: ReceivedBidView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'BIDS.DEADLINE_PASSED',
      'BIDS.CALL_CANCELLED',
      'BIDS.REVISION_OUTDATED',
      'BIDS.CONTENT_SIZE',
      'PEOPLE.DUTIES_CONFLICT',
      'ATTACHMENTS.UNKNOWN',
      'ATTACHMENTS.DIGEST_DIFFERS',
      'ATTACHMENTS.INCOMPLETE',
      'ATTACHMENTS.BOUND',
    ],
  })
  async submit(
    @Ctx() ctx: Context,
    @IdParam('lotId') lotId: string,
    @Body() { partyId, revision, content, attachments = [] }: SubmitBidRequest,
  ): Promise<ReceivedBidView> {
    const wanted = { lotId, partyId, revision, content, attachments };
    const { bid, version } = await this.submitBid.execute(ctx, wanted);
    return ReceivedBidView.received(bid, version);
  }

  @Post('lots/:lotId/application-check')
  @Allow('application.check')
  @Documented({
    summary: 'Have an application read as the opening will read it; nothing is kept',
    answers: CheckedApplicationView,
    status: 201,
    refusals: ['ACCESS.NOT_FOUND', 'BIDS.CONTENT_NOT_BASE64', 'BIDS.CONTENT_SIZE'],
  })
  async check(
    @Ctx() ctx: Context,
    @IdParam('lotId') lotId: string,
    @Body() { content }: CheckApplicationRequest,
  ): Promise<CheckedApplicationView> {
    const checked = await this.checkApplication.execute(ctx, lotId, content);
    return CheckedApplicationView.of(checked, ctx.locale);
  }

  @Post('bids/:bidId/replacement')
  @Allow('bid.replace')
  @Documented({
    summary: 'Put another version in a bid’s place before the deadline',
    answers: ReceivedBidView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'BIDS.DEADLINE_PASSED',
      'BIDS.CALL_CANCELLED',
      'BIDS.REVISION_OUTDATED',
      'BIDS.CONTENT_SIZE',
      'STATE.OUT_OF_ORDER',
      'ATTACHMENTS.UNKNOWN',
      'ATTACHMENTS.DIGEST_DIFFERS',
      'ATTACHMENTS.INCOMPLETE',
      'ATTACHMENTS.BOUND',
    ],
  })
  async replace(
    @Ctx() ctx: Context,
    @IdParam('bidId') bidId: string,
    @Body() { revision, content, attachments = [] }: ReplaceBidRequest,
  ): Promise<ReceivedBidView> {
    const { bid, version } = await this.changeBid.replace(ctx, bidId, {
      ...{ revision, content, attachments },
    });
    return ReceivedBidView.received(bid, version);
  }

  @Post('bids/:bidId/withdrawal')
  @Allow('bid.withdraw')
  @Documented({
    summary: 'Withdraw a bid before the deadline; it stays withdrawn',
    answers: ReceivedBidView,
    status: 201,
    refusals: [
      'ACCESS.NOT_FOUND',
      'BIDS.DEADLINE_PASSED',
      'BIDS.CALL_CANCELLED',
      'STATE.OUT_OF_ORDER',
    ],
  })
  async withdraw(@Ctx() ctx: Context, @IdParam('bidId') bidId: string): Promise<ReceivedBidView> {
    const { bid, version } = await this.changeBid.withdraw(ctx, bidId);
    return ReceivedBidView.received(bid, version);
  }

  @Get('bids')
  @Allow('bid.list')
  @Documented({
    summary: 'List bids: one’s own always, others from their opening on',
    answers: BidPage,
  })
  async list(@Ctx() ctx: Context, @Query() request: ListBidsRequest): Promise<BidPage> {
    const { limit, cursor, ...filter } = request;
    const { items, nextCursor } = pageOf(
      await this.bids.list(ctx, filter, limit + 1, cursor),
      limit,
    );
    return { items: items.map((bid) => BidLineView.of(bid)), nextCursor };
  }

  @Get('bids/:bidId')
  @Allow('bid.read')
  @Documented({
    summary: 'Read a bid: one’s own always, others from their opening on',
    answers: BidView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async read(@Ctx() ctx: Context, @IdParam('bidId') bidId: string): Promise<BidView> {
    return BidView.ofWhole(await this.bids.get(ctx, bidId));
  }

  @Get('bids/:bidId/receipt')
  @Allow('bid.readReceipt')
  @Documented({
    summary: 'Read the receipt of a bid’s last version again',
    answers: SignedReceiptView,
    refusals: ['ACCESS.NOT_FOUND'],
  })
  async receipt(@Ctx() ctx: Context, @IdParam('bidId') bidId: string): Promise<SignedReceiptView> {
    return SignedReceiptView.of((await this.bids.receipt(ctx, bidId)).receipt);
  }

  @Get('receipt-key')
  @Allow('receiptKey.read')
  @Documented({ summary: 'The public key that verifies receipts', answers: ReceiptKeyView })
  readKey(): ReceiptKeyView {
    const { keyId, publicKeyPem } = this.signer;
    return { algorithm: 'Ed25519', keyId, publicKey: publicKeyPem };
  }
}
