import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { MoneyView } from '../../../platform/http/money.dto';
import { Optional } from '../../../platform/http/optional.decorator';
import { Text } from '../../../platform/http/text.decorator';
import type { BiddersList } from './bidders-list';
import type { SeatEntity } from './seat.entity';
import {
  leavingCauses,
  seatTransitions,
  type LeavingCause,
  type SeatState,
} from './seat.transitions';
import type { BidToScore } from './seats.query';

export class AcceptSeatRequest {
  @ApiProperty({
    description:
      '`digest` of the list of bidders: by accepting, the expert declares to have no tie to any of them (employer, office, kin, pay within three years, or other)',
    pattern: '^[0-9a-f]{64}$',
  })
  @Matches(/^[0-9a-f]{64}$/)
  biddersDigest!: string;
}

const refusalCauses = ['refusal', 'illness'] as const;

export class DeclineSeatRequest {
  @ApiProperty({ enum: refusalCauses, required: false, default: 'refusal' })
  @Optional()
  @IsIn(refusalCauses)
  cause?: (typeof refusalCauses)[number];

  @Text(2, 1000)
  reason!: string;
}

export class RecuseRequest {
  @ApiProperty({ required: false, format: 'uuid', description: 'The bidder to whom the tie is' })
  @Optional()
  @IsUUID('7')
  partyId?: string;

  @Text(2, 1000)
  reason!: string;
}

const replacementCauses = ['illness', 'no-sheets'] as const;

export class ReplaceExpertRequest {
  @ApiProperty({ enum: replacementCauses })
  @IsIn(replacementCauses)
  cause!: (typeof replacementCauses)[number];

  @Text(2, 1000)
  reason!: string;
}

/** A seat as its own expert sees it. */
export class SeatView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) panelId!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ format: 'uuid' }) lotId!: string;
  @ApiProperty({ description: 'The code of the seat in the rule set' }) seatCode!: string;
  @ApiProperty({ enum: seatTransitions.states }) state!: SeatState;
  @ApiProperty({ enum: leavingCauses, nullable: true }) cause!: LeavingCause | null;
  @ApiProperty({ format: 'date-time' }) invitedAt!: string;
  @ApiProperty() version!: number;

  static of(seat: SeatEntity): SeatView {
    const { id, panelId, roundId, lotId, seatCode, state, cause, version } = seat;
    const invitedAt = printInstant(seat.invitedAt);
    return { id, panelId, roundId, lotId, seatCode, state, cause, invitedAt, version };
  }
}

export class SeatPage {
  @ApiProperty({ type: [SeatView] }) items!: SeatView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class BidderView {
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty() name!: string;
}

/** The bidders of the lot, with the digest that an acceptance names. */
export class BiddersView {
  @ApiProperty({ type: [BidderView] }) bidders!: BidderView[];
  @ApiProperty() digest!: string;
  @ApiProperty({ description: 'Of the seat, for If-Match' }) version!: number;

  static of({ bidders, digest, seat }: BiddersList & { seat: SeatEntity }): BiddersView {
    return { bidders: [...bidders], digest, version: seat.version };
  }
}

/** A bid to be scored: what it says, not who says it. */
export class BidToScoreView {
  @ApiProperty({ format: 'uuid' }) bidId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ type: String, nullable: true }) category!: string | null;
  @ApiProperty({ type: MoneyView }) budget!: MoneyView;
  @ApiProperty({ type: MoneyView }) ownFunds!: MoneyView;
  @ApiProperty({ type: MoneyView }) requested!: MoneyView;
  @ApiProperty({ type: Object, description: 'A document of yichuang/application/1' })
  application!: object;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'My sheet, if it is in',
  })
  sheetId!: string | null;

  static of({ bid, application, sheetId }: BidToScore): BidToScoreView {
    const { bidId, title, category, budgetFen, ownFundsFen, requestedFen } = bid;
    return {
      bidId,
      title,
      category,
      budget: MoneyView.of(budgetFen),
      ownFunds: MoneyView.of(ownFundsFen),
      requested: MoneyView.of(requestedFen),
      application,
      sheetId,
    };
  }
}

export class BidToScorePage {
  @ApiProperty({ type: [BidToScoreView] }) items!: BidToScoreView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
