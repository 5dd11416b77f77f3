import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { Optional } from '../../../platform/http/optional.decorator';
import { PageRequest } from '../../../platform/http/page.dto';
import type { BatchEntity } from './batch.entity';
import { batchTransitions, type BatchState } from './batch.transitions';
import type { RequestFund, RequestLine, TreasuryRequest } from './treasury-request';

export class ListBatchesRequest extends PageRequest {
  @ApiProperty({ required: false, enum: batchTransitions.states })
  @Optional()
  @IsIn(batchTransitions.states)
  state?: BatchState;
}

export class BatchView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty({ enum: batchTransitions.states }) state!: BatchState;
  @ApiProperty({ format: 'date-time' }) openedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) sentBy!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the request list' })
  requestDigest!: string | null;
  @ApiProperty() version!: number;

  static of({ id, unitId, state, openedAt, sentAt, ...batch }: BatchEntity): BatchView {
    const { sentBy, requestDigest, version } = batch;
    return {
      id,
      unitId,
      state,
      openedAt: printInstant(openedAt),
      sentAt: sentAt === null ? null : printInstant(sentAt),
      sentBy,
      requestDigest,
      version,
    };
  }
}

export class BatchPage {
  @ApiProperty({ type: [BatchView] }) items!: BatchView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class RequestFundView implements RequestFund {
  @ApiProperty({ example: 'welfare-lottery' }) fund!: string;
  @ApiProperty({ example: 'welfare-lottery' }) source!: string;
  @ApiProperty({ example: '50000.00' }) amount!: string;
}

export class RequestPayeeView {
  @ApiProperty() name!: string;
  @ApiProperty() account!: string;
  @ApiProperty() bank!: string;
  @ApiProperty() bankCode!: string;
}

export class RequestLineView implements RequestLine {
  @ApiProperty() no!: number;
  @ApiProperty({ format: 'uuid' }) paymentId!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty({ example: '50000.00' }) amount!: string;
  @ApiProperty({ type: RequestPayeeView }) payee!: RequestPayeeView;
  @ApiProperty({ type: [RequestFundView] }) funds!: readonly RequestFundView[];
  @ApiProperty() approvedDigest!: string;
}

export class RequestTotalsView {
  @ApiProperty() count!: number;
  @ApiProperty({ example: '50000.00' }) amount!: string;
  @ApiProperty({ type: [RequestFundView] }) byFund!: readonly RequestFundView[];
}

export class TreasuryRequestView implements TreasuryRequest {
  @ApiProperty({ enum: ['yichuang/treasury-request/1'] }) schema!: 'yichuang/treasury-request/1';
  @ApiProperty({ format: 'uuid' }) batchId!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty({ enum: ['CNY'] }) currency!: 'CNY';
  @ApiProperty({ type: RequestTotalsView }) totals!: RequestTotalsView;
  @ApiProperty({ type: [RequestLineView] }) lines!: readonly RequestLineView[];
}

export class BatchWithRequestView extends BatchView {
  @ApiProperty({
    type: TreasuryRequestView,
    nullable: true,
    description:
      'The request list 支付申请清单; null for whoever only supervises, and while nothing is in the batch',
  })
  request!: TreasuryRequestView | null;

  static with(batch: BatchEntity, request: TreasuryRequest | null): BatchWithRequestView {
    return { ...BatchView.of(batch), request };
  }
}
