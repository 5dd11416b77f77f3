import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { Line } from '../../platform/http/text.decorator';
import { unitKinds, type UnitEntity, type UnitKind } from './unit.entity';

export class CreateUnitRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  parentId!: string;

  @ApiProperty({ enum: unitKinds })
  @IsIn(unitKinds)
  kind!: UnitKind;

  @ApiProperty({ example: 'luopu', description: 'Short name, unique in the tenant' })
  @Matches(/^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$/)
  code!: string;

  @ApiProperty({ example: '洛浦街道' })
  @Line(1, 100)
  name!: string;
}

export class UnitView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) parentId!: string | null;
  @ApiProperty({ enum: unitKinds }) kind!: UnitKind;
  @ApiProperty() code!: string;
  @ApiProperty() name!: string;
  @ApiProperty() version!: number;

  static of({ id, parentId, kind, code, name, version }: UnitEntity): UnitView {
    return { id, parentId, kind, code, name, version };
  }
}

export class UnitPage {
  @ApiProperty({ type: [UnitView] }) items!: UnitView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}
