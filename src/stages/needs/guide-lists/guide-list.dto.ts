import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { printInstant } from '../../../kernel/instant';
import { PageRequest } from '../../../platform/http/page.dto';
import { Optional } from '../../../platform/http/optional.decorator';
import { Line, Text } from '../../../platform/http/text.decorator';
import { NeedView } from '../collecting/need.dto';
import type { GuideListConsultationEntity } from './guide-list-consultation.entity';
import {
  guideListConsultationTransitions,
  type ConsultationState,
} from './guide-list-consultation.transitions';
import type { GuideListEntity } from './guide-list.entity';
import type { ItemDecision, ItemOutcome } from './guide-list.rules';
import { guideListTransitions, type GuideListState } from './guide-list.transitions';
import type { AskedConsultation, FullItem, FullList } from './guide-lists.query';

const MAX_ITEMS = 200;
const outcomes = ['agreed', 'kept', 'dropped'] as const;

export class DraftGuideListRequest {
  @ApiProperty({ example: '2020年项目指引清单' })
  @Line(2, 100)
  title!: string;

  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: MAX_ITEMS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_ITEMS)
  @ArrayUnique()
  @IsUUID('7', { each: true })
  needIds!: string[];

  @ApiProperty({ required: false, format: 'uuid', description: 'The edition it is to supersede' })
  @Optional()
  @IsUUID('7')
  replaces?: string;
}

export class ConsultUnitRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  itemId!: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  unitId!: string;
}

export class AnswerConsultationRequest {
  @ApiProperty()
  @IsBoolean()
  consents!: boolean;

  @ApiProperty({
    required: false,
    description: 'Not to consent needs one',
  })
  @Optional()
  @Text(2, 1000)
  comment?: string;
}

export class ItemDecisionRequest implements ItemDecision {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  itemId!: string;

  @ApiProperty({ enum: ['kept', 'dropped'] })
  @IsIn(['kept', 'dropped'])
  outcome!: 'kept' | 'dropped';

  @Text(2, 1000)
  reason!: string;
}

export class PublishGuideListRequest {
  @ApiProperty({
    type: [ItemDecisionRequest],
    required: false,
    maxItems: MAX_ITEMS,
    description: 'One on each item to which a consulted unit did not consent',
  })
  @IsArray()
  @ArrayMaxSize(MAX_ITEMS)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ItemDecisionRequest)
  decisions: ItemDecisionRequest[] = [];
}

export class ListConsultationsRequest extends PageRequest {
  @ApiProperty({ required: false, enum: guideListConsultationTransitions.states })
  @Optional()
  @IsIn(guideListConsultationTransitions.states)
  state?: ConsultationState;
}

export class GuideListView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'Shared by all editions' }) seriesId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) replaces!: string | null;
  @ApiProperty({ type: Number, nullable: true }) edition!: number | null;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: guideListTransitions.states }) state!: GuideListState;
  @ApiProperty({ format: 'date-time' }) draftedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) publishedAt!: string | null;
  @ApiProperty() version!: number;

  static of(list: GuideListEntity): GuideListView {
    const { id, seriesId, replaces, edition, unitId, title, state, version } = list;
    const draftedAt = printInstant(list.draftedAt);
    const publishedAt = list.publishedAt === null ? null : printInstant(list.publishedAt);
    return {
      id,
      seriesId,
      replaces,
      edition,
      unitId,
      title,
      state,
      draftedAt,
      publishedAt,
      version,
    };
  }
}

export class GuideListPage {
  @ApiProperty({ type: [GuideListView] }) items!: GuideListView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class ConsultationView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) listId!: string;
  @ApiProperty({ format: 'uuid' }) itemId!: string;
  @ApiProperty({ format: 'uuid' }) unitId!: string;
  @ApiProperty({ enum: guideListConsultationTransitions.states }) state!: ConsultationState;
  @ApiProperty({ type: Boolean, nullable: true }) consents!: boolean | null;
  @ApiProperty({ type: String, nullable: true }) comment!: string | null;
  @ApiProperty({ format: 'date-time' }) askedAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) answeredAt!: string | null;
  @ApiProperty() version!: number;

  static of(consultation: GuideListConsultationEntity): ConsultationView {
    const { id, listId, itemId, unitId, state, consents, comment, version } = consultation;
    const { askedAt, answeredAt } = consultation;
    return {
      id,
      listId,
      itemId,
      unitId,
      state,
      consents,
      comment,
      askedAt: printInstant(askedAt),
      answeredAt: answeredAt === null ? null : printInstant(answeredAt),
      version,
    };
  }
}

export class AskedConsultationView extends ConsultationView {
  @ApiProperty() listTitle!: string;
  @ApiProperty({ type: NeedView }) need!: NeedView;

  static asked({ consultation, list, need }: AskedConsultation): AskedConsultationView {
    return {
      ...ConsultationView.of(consultation),
      listTitle: list.title,
      need: NeedView.of(need),
    };
  }
}

export class ConsultationPage {
  @ApiProperty({ type: [AskedConsultationView] }) items!: AskedConsultationView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class GuideListItemView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: NeedView }) need!: NeedView;
  @ApiProperty({ enum: outcomes, nullable: true }) outcome!: ItemOutcome | null;
  @ApiProperty({ type: String, nullable: true }) reason!: string | null;
  @ApiProperty({ type: [ConsultationView] }) consultations!: ConsultationView[];

  static of({ item, need, consultations }: FullItem): GuideListItemView {
    return {
      id: item.id,
      need: NeedView.of(need),
      outcome: item.outcome,
      reason: item.reason,
      consultations: consultations.map(({ consultation }) => ConsultationView.of(consultation)),
    };
  }
}

export class FullGuideListView extends GuideListView {
  @ApiProperty({ type: [GuideListItemView] }) items!: GuideListItemView[];

  static full({ list, items }: FullList): FullGuideListView {
    return { ...GuideListView.of(list), items: items.map((item) => GuideListItemView.of(item)) };
  }
}
