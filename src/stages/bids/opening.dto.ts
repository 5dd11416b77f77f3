import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../kernel/instant';
import { pageOf, type Page } from '../../platform/http/page.dto';
import type { Role } from '../../rules';
import type { ApplicationFault } from './application';
import { BidCheckView, BidLineView } from './bid-view.dto';
import type { BidEntity } from './bid.entity';
import type { BidsInCheck } from './bids.query';
import type { BidToDecide } from './checks-to-decide.query';
import { deciderOfPlanned, questionOfPlanned } from './deciders';
import type { OpeningEntity } from './opening.entity';
import type { OpeningRecord } from './opening-record';
import { openingTransitions, type OpeningState } from './opening.transitions';
import { plannedChecks, type PlannedCheck } from './qualification-checks';

export class OpeningView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) lotId!: string;
  @ApiProperty({ enum: openingTransitions.states }) state!: OpeningState;
  @ApiProperty({ format: 'uuid' }) requestedBy!: string;
  @ApiProperty({ format: 'date-time' }) requestedAt!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) confirmedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) heldAt!: string | null;
  @ApiProperty({ type: Object, nullable: true, description: '开标记录, as published' })
  record!: OpeningRecord | null;
  @ApiProperty({ type: String, nullable: true, description: 'SHA-256 of the canonical record' })
  digest!: string | null;
  @ApiProperty() version!: number;

  static of(opening: OpeningEntity): OpeningView {
    const { id, lotId, state, requestedBy, confirmedBy, heldAt, record, digest, version } = opening;
    return {
      ...{ id, lotId, state, requestedBy, confirmedBy, record, digest, version },
      requestedAt: printInstant(opening.requestedAt),
      heldAt: heldAt === null ? null : printInstant(heldAt),
    };
  }
}

export class PlannedCheckView {
  @ApiProperty() code!: string;
  @ApiProperty({
    description: 'A kind of check of the rule set, or `readable`, or `applicant-class`',
  })
  kind!: string;
  @ApiProperty({ type: Object, nullable: true, description: 'What a person answers' })
  question!: { zh: string; en: string } | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Whose duty it is to decide it where no rule can',
  })
  by!: Role | null;
}

export class OpenCheckView {
  @ApiProperty() code!: string;
  @ApiProperty({ type: Object }) question!: { zh: string; en: string };
}

export class BidToDecideView extends BidLineView {
  @ApiProperty({ type: Object }) application!: object | null;
  @ApiProperty({ type: [Object], description: 'What could not be read, by JSON pointer' })
  faults!: ApplicationFault[];
  @ApiProperty({ type: [OpenCheckView], description: 'What the caller has to decide' })
  open!: OpenCheckView[];

  static toDecide({ bid, application, checks }: BidToDecide): BidToDecideView {
    return {
      ...BidLineView.of(bid),
      application: application?.content ?? null,
      faults: application?.faults ?? [],
      open: checks.map((planned) => ({
        code: planned.code,
        question: questionOfPlanned(planned)!,
      })),
    };
  }
}

export class ChecksToDecidePage {
  @ApiProperty({
    type: [BidToDecideView],
    description: 'Bids without anything for the caller to decide are left out',
  })
  items!: BidToDecideView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;

  static of(rows: readonly BidToDecide[], limit: number): ChecksToDecidePage {
    const { nextCursor } = pageOf(
      rows.map(({ bid }) => bid),
      limit,
    );
    const items = rows.slice(0, limit).filter(({ checks }) => checks.length > 0);
    return { items: items.map((row) => BidToDecideView.toDecide(row)), nextCursor };
  }
}

export class CheckedBidView extends BidLineView {
  @ApiProperty({ type: [BidCheckView] }) checks!: BidCheckView[];
  @ApiProperty({
    type: [String],
    description: 'Checks that are for the bid and that a person still has to decide',
  })
  open!: string[];
}

export class QualificationPage {
  @ApiProperty({
    type: [PlannedCheckView],
    description: 'The checks of the rules that these bids name, in their order',
  })
  planned!: PlannedCheckView[];
  @ApiProperty({ type: [CheckedBidView] }) items!: CheckedBidView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;

  static of(
    { items, nextCursor }: Page<BidEntity>,
    { rulesOf, asked, checks }: Pick<BidsInCheck, 'rulesOf' | 'asked' | 'checks'>,
  ): QualificationPage {
    const planned = new Map<string, PlannedCheckView>();
    for (const rules of new Set(rulesOf.values())) {
      for (const check of plannedChecks(rules)) planned.set(check.code, plannedView(check));
    }
    return {
      planned: [...planned.values()],
      items: items.map((bid) => {
        const own = checks.filter(({ bidId }) => bidId === bid.id);
        const decided = new Set(own.map(({ code }) => code));
        // One that could not be opened is asked nothing.
        const open = (asked.get(bid.id) ?? []).filter(
          ({ code }) => bid.state === 'opened' && !decided.has(code),
        );
        return {
          ...BidLineView.of(bid),
          checks: own.map((check) => BidCheckView.of(check)),
          open: open.map(({ code }) => code),
        };
      }),
      nextCursor,
    };
  }
}

function plannedView(planned: PlannedCheck): PlannedCheckView {
  const { code, check } = planned;
  return {
    code,
    kind: check.variant,
    question: questionOfPlanned(planned),
    by: deciderOfPlanned(planned),
  };
}
