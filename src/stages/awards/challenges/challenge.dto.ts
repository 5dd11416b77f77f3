import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { PageRequest } from '../../../platform/http/page.dto';
import { Optional } from '../../../platform/http/optional.decorator';
import { Line, Text } from '../../../platform/http/text.decorator';
import {
  challengeEffects,
  challengeKinds,
  type ChallengeEffect,
  type ChallengeEntity,
  type ChallengeKind,
} from './challenge.entity';
import { challengeTransitions, type ChallengeState } from './challenge.transitions';

export class SubmitChallengeRequest {
  @ApiProperty({ enum: challengeKinds })
  @IsIn(challengeKinds)
  kind!: ChallengeKind;

  @ApiProperty({
    required: false,
    description: 'Your registered name; without it the objection is refused as anonymous',
  })
  @Optional()
  @Line(0, 50)
  realName?: string;

  @Text(10, 2000)
  grounds!: string;
}

export class AnswerChallengeRequest {
  @ApiProperty({ enum: ['upheld', 'dismissed'] })
  @IsIn(['upheld', 'dismissed'])
  outcome!: 'upheld' | 'dismissed';

  @Text(2, 1000)
  reason!: string;

  @ApiProperty({
    required: false,
    enum: challengeEffects,
    description:
      'With `upheld`. revoke: this award alone, the next of the reserve comes up. re-propose: all of the lot is proposed anew without it. re-review: another panel reviews the lot.',
  })
  @Optional()
  @IsIn(challengeEffects)
  effect?: ChallengeEffect;
}

export class ListChallengesRequest extends PageRequest {
  @ApiProperty({ required: false, format: 'uuid' })
  @Optional()
  @IsUUID('7')
  awardId?: string;

  @ApiProperty({ required: false, enum: challengeTransitions.states })
  @Optional()
  @IsIn(challengeTransitions.states)
  state?: ChallengeState;
}

export class ChallengeView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) awardId!: string;
  @ApiProperty({ enum: challengeKinds }) kind!: ChallengeKind;
  @ApiProperty({ enum: challengeTransitions.states }) state!: ChallengeState;
  @ApiProperty() grounds!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'For those who decide and who objected; the party of the award does not see it',
  })
  objectorName!: string | null;
  @ApiProperty({ format: 'date-time' }) submittedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: String, enum: challengeEffects, nullable: true })
  effect!: ChallengeEffect | null;
  @ApiProperty() version!: number;

  static of(challenge: ChallengeEntity, objectorName: string | null): ChallengeView {
    const { id, awardId, kind, state, grounds, reason, effect, version } = challenge;
    const { submittedAt, decidedAt, answeredAt } = challenge;
    return {
      ...{ id, awardId, kind, state, grounds, reason, effect, version },
      objectorName,
      submittedAt: printInstant(submittedAt),
      decidedAt: decidedAt === null ? null : printInstant(decidedAt),
      answeredAt: answeredAt === null ? null : printInstant(answeredAt),
    };
  }
}

export class ChallengePage {
  @ApiProperty({ type: [ChallengeView] }) items!: ChallengeView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
