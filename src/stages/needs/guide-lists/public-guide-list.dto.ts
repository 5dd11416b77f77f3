import { ApiProperty } from '@nestjs/swagger';
import { printInstant } from '../../../kernel/instant';
import type { GuideListEntity } from './guide-list.entity';
import type { FullItem, FullList } from './guide-lists.query';

const states = ['published', 'superseded'] as const;

export class PublicGuideListView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'Shared by all editions' }) seriesId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) supersedes!: string | null;
  @ApiProperty() edition!: number;
  @ApiProperty() title!: string;
  @ApiProperty({ enum: states }) state!: string;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;

  static of(list: GuideListEntity): PublicGuideListView {
    const { id, seriesId, title, state } = list;
    return {
      id,
      seriesId,
      supersedes: list.replaces,
      // Published ones have both, the database holds it.
      edition: list.edition!,
      title,
      state,
      publishedAt: printInstant(list.publishedAt!),
    };
  }
}

export class PublicGuideListPage {
  @ApiProperty({ type: [PublicGuideListView] }) items!: PublicGuideListView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class PublicConsultedUnitView {
  @ApiProperty() unit!: string;
  @ApiProperty() consents!: boolean;
}

export class PublicGuideListItemView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() street!: string;
  @ApiProperty() title!: string;
  @ApiProperty() targetGroup!: string;
  @ApiProperty() headCount!: number;
  @ApiProperty() problem!: string;
  @ApiProperty() service!: string;
  @ApiProperty() aim!: string;
  @ApiProperty() serviceArea!: string;
  @ApiProperty({ type: [PublicConsultedUnitView] }) consultedUnits!: PublicConsultedUnitView[];
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Why it is on the list although a unit did not consent',
  })
  keptBecause!: string | null;

  static of({ item, need, streetName, consultations }: FullItem): PublicGuideListItemView {
    const { title, targetGroup, headCount, problem, service, aim, serviceArea } = need;
    return {
      id: item.id,
      street: streetName,
      title,
      targetGroup,
      headCount,
      problem,
      service,
      aim,
      serviceArea,
      consultedUnits: consultations.map(({ consultation, unitName }) => ({
        unit: unitName,
        consents: consultation.consents === true,
      })),
      keptBecause: item.reason,
    };
  }
}

export class FullPublicGuideListView extends PublicGuideListView {
  @ApiProperty({ type: [PublicGuideListItemView] }) items!: PublicGuideListItemView[];

  static full({ list, items }: FullList): FullPublicGuideListView {
    return {
      ...PublicGuideListView.of(list),
      items: items.map((item) => PublicGuideListItemView.of(item)),
    };
  }
}
