import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../kernel/instant';
import { ApiRuleSet } from '../../platform/http/rule-set.decorator';
import { keptByHand } from '../../rules';
import { CorrectionView, PublicCorrectionView } from './corrections/correction.dto';
import type { LotEntity } from './lot.entity';
import { lotTransitions, type LotState } from './lot.transitions';
import { streams, type ProgrammeEntity, type Stream } from './programme.entity';
import type { PotFund, RoundEntity } from './round.entity';
import { roundTransitions, type RoundState } from './round.transitions';
import type { WholeRound } from './rounds.query';
import type { RuleSetRevisionEntity } from './rule-set-revision.entity';
import { sealingWarning } from './sealing-warning';

export class ProgrammeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() year!: number;
  @ApiProperty({ enum: streams }) stream!: Stream;
  @ApiProperty() name!: string;
  @ApiProperty() version!: number;

  static of({ id, unitId, year, stream, name, version }: ProgrammeEntity): ProgrammeView {
    return { id, unitId, year, stream, name, version };
  }
}

export class ProgrammePage {
  @ApiProperty({ type: [ProgrammeView] }) items!: ProgrammeView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class LotView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() code!: string;
  @ApiProperty({ enum: lotTransitions.states }) state!: LotState;
  @ApiProperty({ format: 'date-time' }) opensAt!: string;
  @ApiProperty({ format: 'date-time', description: 'Exclusive' }) closesAt!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Null until the close' })
  bidCount!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'RFC 6962 root over the headers' })
  bidsRoot!: string | null;
  @ApiProperty() version!: number;

  static of(lot: LotEntity): LotView {
    const { id, code, state, bidCount, bidsRoot, version } = lot;
    const [opensAt, closesAt] = [printInstant(lot.opensAt), printInstant(lot.closesAt)];
    return { id, code, state, opensAt, closesAt, bidCount, bidsRoot, version };
  }
}

export class WordsView {
  @ApiProperty() zh!: string;
  @ApiProperty() en!: string;
}

/** A part of the rule set that the service does not carry out by itself. */
export class KeptByHandView {
  @ApiProperty({ description: 'The part, as a JSON pointer', example: '/timetable/channels/1' })
  pointer!: string;
  @ApiProperty({ description: 'What the service does there, and what is left to people' })
  words!: WordsView;
}

const BY_HAND = 'The parts of the rules in force that the service does not carry out by itself';

export class RevisionView {
  @ApiProperty() revision!: number;
  @ApiProperty({ description: 'SHA-256 of the rule set as canonical JSON (RFC 8785)' })
  digest!: string;
  @ApiProperty({ format: 'date-time' }) madeAt!: string;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: [Object], description: 'Against the revision before' })
  difference!: object[];

  static of({ revision, digest, madeAt, reason, difference }: RuleSetRevisionEntity): RevisionView {
    return { revision, digest, madeAt: printInstant(madeAt), reason, difference };
  }
}

export class RoundLineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) programmeId!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty({ example: 'gy-2020' }) code!: string;
  @ApiProperty({ enum: roundTransitions.states }) state!: RoundState;
  @ApiProperty({ description: 'Of the rule set in force' }) revision!: number;
  @ApiProperty() version!: number;

  static of(round: RoundEntity): RoundLineView {
    const { id, programmeId, unitId, code, state, revision, version } = round;
    return { id, programmeId, unitId, code, state, revision, version };
  }
}

export class RoundPage {
  @ApiProperty({ type: [RoundLineView] }) items!: RoundLineView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class RoundView extends RoundLineView {
  @ApiRuleSet('In force') ruleSet!: object;
  @ApiProperty({ type: [KeptByHandView], description: BY_HAND }) keptByHand!: KeptByHandView[];
  @ApiProperty({ type: [RevisionView] }) revisions!: RevisionView[];
  @ApiProperty({ type: [Object], example: [{ code: 'main', fundId: '…' }] }) pots!: PotFund[];
  @ApiProperty({ type: [LotView] }) lots!: LotView[];
  @ApiProperty({ type: [CorrectionView], description: 'Proposed, and what became of them' })
  corrections!: CorrectionView[];
  @ApiProperty({ format: 'uuid' }) createdBy!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) approvedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) announcedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) endedAt!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When what was not awarded went back to the funds',
  })
  moneyReturnedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) cancelReason!: string | null;

  static ofWhole({ round, revisions, lots, corrections }: WholeRound): RoundView {
    const { pots, createdBy, approvedBy, cancelReason } = round;
    return {
      ...RoundLineView.of(round),
      ruleSet: revisions.at(-1)!.document,
      keptByHand: keptByHand(revisions.at(-1)!.document),
      revisions: revisions.map((revision) => RevisionView.of(revision)),
      pots,
      lots: lots.map((lot) => LotView.of(lot)),
      corrections: corrections.map((correction) => CorrectionView.of(correction)),
      createdBy,
      approvedBy,
      announcedAt: printIfSet(round.announcedAt),
      endedAt: printIfSet(round.endedAt),
      moneyReturnedAt: printIfSet(round.moneyReturnedAt),
      cancelReason,
    };
  }
}

export class PublicRoundView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty({ example: 'gy-2020' }) code!: string;
  @ApiProperty({ enum: roundTransitions.states }) state!: RoundState;
  @ApiProperty({ description: 'The revision that a bid must name' }) revision!: number;
  @ApiRuleSet('In force') ruleSet!: object;
  @ApiProperty({ type: [KeptByHandView], description: BY_HAND }) keptByHand!: KeptByHandView[];
  @ApiProperty({ type: [RevisionView] }) revisions!: RevisionView[];
  @ApiProperty({ type: [LotView] }) lots!: LotView[];
  @ApiProperty({ type: [PublicCorrectionView], description: 'With all former deadlines' })
  corrections!: PublicCorrectionView[];
  @ApiProperty({ format: 'date-time' }) announcedAt!: string;
  @ApiProperty({ type: String, nullable: true }) cancelReason!: string | null;
  @ApiProperty({ description: 'What the suite of this round does not do' })
  sealingWarning!: { zh: string; en: string };

  static of({ round, revisions, lots, corrections }: WholeRound): PublicRoundView {
    const { id, unitId, code, state, revision, cancelReason } = round;
    return {
      ...{ id, unitId, code, state, revision },
      ruleSet: revisions.at(-1)!.document,
      keptByHand: keptByHand(revisions.at(-1)!.document),
      revisions: revisions.map((made) => RevisionView.of(made)),
      lots: lots.map((lot) => LotView.of(lot)),
      corrections: corrections
        .filter(({ state }) => state === 'approved')
        .map((correction) => PublicCorrectionView.of(correction)),
      announcedAt: printInstant(round.announcedAt!),
      cancelReason,
      sealingWarning,
    };
  }
}

function printIfSet(instant: Date | null): string | null {
  return instant === null ? null : printInstant(instant);
}
