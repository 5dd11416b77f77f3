import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../kernel/instant';
import { MoneyView } from '../../platform/http/money.dto';
import type { SignedReceipt } from '../../platform/crypto/receipt-signer';
import type { Fen } from '../../kernel/money';
import { tell, type Locale } from '../../kernel/refusal';
import type { WordedExplanation } from '../../rules';
import type { ApplicationFault } from './application';
import type { BidCheckEntity, CheckVerdict } from './bid-check.entity';
import type { BidEntity } from './bid.entity';
import type { BidReceipt } from './bid-receipt';
import { bidTransitions, type BidState } from './bid.transitions';
import type { VersionHead } from './bid.repository';
import type { WholeBid } from './bids.query';
import type { CheckedApplication } from './check-application';

export class BidLineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) roundId!: string;
  @ApiProperty({ format: 'uuid' }) lotId!: string;
  @ApiProperty({ format: 'uuid' }) partyId!: string;
  @ApiProperty({ enum: bidTransitions.states }) state!: BidState;
  @ApiProperty({ type: String, nullable: true, description: 'Given at the opening' })
  number!: string | null;
  @ApiProperty({ description: 'Of its last version' }) versionNo!: number;
  @ApiProperty() version!: number;

  static of({ id, roundId, lotId, partyId, state, number, versionNo, version }: BidEntity) {
    const view: BidLineView = { id, roundId, lotId, partyId, state, number, versionNo, version };
    return view;
  }
}

export class BidPage {
  @ApiProperty({ type: [BidLineView] }) items!: BidLineView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

/** A receipt as it was signed: `signature` is over the canonical JSON (RFC 8785) of `receipt`. */
export class SignedReceiptView {
  @ApiProperty({ type: Object, description: 'What is signed, with the suite and its warning' })
  receipt!: BidReceipt;
  @ApiProperty({ enum: ['Ed25519'] }) algorithm!: 'Ed25519';
  @ApiProperty({ description: 'Names the key of GET /v1/receipt-key' }) keyId!: string;
  @ApiProperty({ format: 'byte' }) signature!: string;

  static of(signed: SignedReceipt<BidReceipt>): SignedReceiptView {
    const { receipt, algorithm, keyId, signature } = signed;
    return { receipt, algorithm, keyId, signature };
  }
}

export class ReceivedBidView extends BidLineView {
  @ApiProperty({ type: SignedReceiptView }) receipt!: SignedReceiptView;

  static received(bid: BidEntity, { receipt }: Pick<VersionHead, 'receipt'>): ReceivedBidView {
    return { ...BidLineView.of(bid), receipt: SignedReceiptView.of(receipt) };
  }
}

export class CheckExplanationView {
  @ApiProperty({ description: 'The rule, by its place in the rule set' }) rule!: string;
  @ApiProperty({ description: 'The sum, in figures and signs' }) arithmetic!: string;
  @ApiProperty({ type: Object, description: 'The reason in both languages' })
  words!: { zh: string; en: string };

  static of({ rule, arithmetic, words }: WordedExplanation): CheckExplanationView {
    return { rule, arithmetic, words };
  }
}

export class BidCheckView {
  @ApiProperty() code!: string;
  @ApiProperty({ enum: ['pass', 'fail'] }) verdict!: CheckVerdict;
  @ApiProperty({ type: String, nullable: true, description: 'A person’s' }) reason!: string | null;
  @ApiProperty({ type: Object, description: 'What a rule compared' }) facts!: object;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: 'The day as of which a rule checked',
  })
  asOf!: string | null;
  @ApiProperty({ type: CheckExplanationView, nullable: true, description: 'A rule’s' })
  explanation!: CheckExplanationView | null;
  @ApiProperty({ format: 'date-time' }) decidedAt!: string;

  static of(check: BidCheckEntity): BidCheckView {
    const { code, verdict, reason, facts, asOf, explanation, decidedAt } = check;
    return {
      ...{ code, verdict, reason, facts, asOf },
      explanation: explanation && CheckExplanationView.of(explanation),
      decidedAt: printInstant(decidedAt),
    };
  }
}

export class BidView extends BidLineView {
  @ApiProperty({ format: 'date-time' }) receivedAt!: string;
  @ApiProperty({ description: 'Of the rules, as its last version names it' }) revision!: number;
  @ApiProperty({ type: String, nullable: true }) contentDigest!: string | null;
  @ApiProperty({ type: Object, nullable: true, description: 'From the opening on' })
  application!: object | null;
  @ApiProperty({ type: [Object], description: 'What could not be read, by JSON pointer' })
  faults!: ApplicationFault[];
  @ApiProperty({ type: MoneyView, nullable: true }) budget!: MoneyView | null;
  @ApiProperty({ type: MoneyView, nullable: true }) ownFunds!: MoneyView | null;
  @ApiProperty({ type: MoneyView, nullable: true }) requested!: MoneyView | null;
  @ApiProperty({ type: [BidCheckView] }) checks!: BidCheckView[];

  static ofWhole({ bid, version, application, checks }: WholeBid): BidView {
    return {
      ...BidLineView.of(bid),
      receivedAt: printInstant(version.receivedAt),
      revision: version.revision,
      contentDigest: version.contentDigest,
      application: application?.content ?? null,
      faults: application?.faults ?? [],
      budget: money(application?.budgetFen ?? null),
      ownFunds: money(application?.ownFundsFen ?? null),
      requested: money(application?.requestedFen ?? null),
      checks: checks.map((check) => BidCheckView.of(check)),
    };
  }
}

export class CheckedApplicationView {
  @ApiProperty({ type: [Object], description: 'What could not be read, by JSON pointer' })
  faults!: ApplicationFault[];
  @ApiProperty({ type: MoneyView, nullable: true }) budget!: MoneyView | null;
  @ApiProperty({ type: MoneyView, nullable: true }) ownFunds!: MoneyView | null;
  @ApiProperty({
    type: MoneyView,
    nullable: true,
    description: 'Or the most it could get, where the amount is known later',
  })
  requested!: MoneyView | null;
  @ApiProperty({ type: Object, nullable: true, description: 'Why no amount follows' })
  refusal!: { code: string; text: string } | null;

  static of(checked: CheckedApplication, locale: Locale): CheckedApplicationView {
    const { faults, budgetFen, ownFundsFen, requestedFen, refusal } = checked;
    return {
      faults: [...faults],
      budget: money(budgetFen),
      ownFunds: money(ownFundsFen),
      requested: money(requestedFen),
      refusal:
        refusal === null
          ? null
          : { code: refusal.code, text: tell(refusal.code, refusal.facts, locale).text },
    };
  }
}

function money(amountFen: Fen | null): MoneyView | null {
  return amountFen === null ? null : MoneyView.of(amountFen);
}

export class ReceiptKeyView {
  @ApiProperty({ enum: ['Ed25519'] }) algorithm!: 'Ed25519';
  @ApiProperty() keyId!: string;
  @ApiProperty({ description: 'SPKI, PEM' }) publicKey!: string;
}
