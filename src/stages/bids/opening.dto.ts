import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../kernel/instant';
import type { RuleSet } from '../../rules';
import type { BidCheckEntity } from './bid-check.entity';
import { BidCheckView, BidLineView } from './bid-view.dto';
import type { BidEntity } from './bid.entity';
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
  @ApiProperty({ description: 'A kind of check of the rule set, or `readable`' }) kind!: string;
  @ApiProperty({ type: Object, nullable: true, description: 'What a person answers' })
  question!: { zh: string; en: string } | null;
}

export class CheckedBidView extends BidLineView {
  @ApiProperty({ type: [BidCheckView] }) checks!: BidCheckView[];
  @ApiProperty({ type: [String], description: 'Checks that a person still has to decide' })
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
    { items, nextCursor }: { items: readonly BidEntity[]; nextCursor: string | null },
    rulesOf: ReadonlyMap<string, RuleSet>,
    checks: readonly BidCheckEntity[],
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
        const open = plannedChecks(rulesOf.get(bid.id)!).filter(
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

function plannedView({ code, check }: PlannedCheck): PlannedCheckView {
  return {
    code,
    kind: check.variant,
    question: check.variant === 'judged' ? check.question : null,
  };
}
