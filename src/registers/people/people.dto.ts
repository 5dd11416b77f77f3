import { ApiProperty } from '@nestjs/swagger';
import { IsEmail, IsIn, IsUUID, Matches } from 'class-validator';
import { IsMoment } from '../../platform/http/is-moment.decorator';
import { Optional } from '../../platform/http/optional.decorator';
import { Characters, Line } from '../../platform/http/text.decorator';
import { dutyCodes, type Duty } from '../../access/duties';
import { printInstant } from '../../kernel/instant';
import { scopeKinds, type MandateEntity, type ScopeKind } from './mandate.entity';
import type { PersonEntity } from './person.entity';

export class CreatePersonRequest {
  @ApiProperty({ example: '李敏' })
  @Line(1, 50)
  name!: string;

  @ApiProperty({ required: false, format: 'email' })
  @Optional()
  @IsEmail()
  @Line(3, 254)
  email?: string;

  @ApiProperty({ required: false, enum: ['zh-CN', 'en'], default: 'zh-CN' })
  @IsIn(['zh-CN', 'en'])
  locale: 'zh-CN' | 'en' = 'zh-CN';

  @ApiProperty({ example: 'li.min' })
  @Matches(/^[a-z0-9][a-z0-9._-]{2,49}$/)
  username!: string;

  @ApiProperty({ format: 'password' })
  @Characters(15, 128)
  password!: string;
}

export class PersonView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, nullable: true }) email!: string | null;
  @ApiProperty({ enum: ['zh-CN', 'en'] }) locale!: 'zh-CN' | 'en';
  @ApiProperty() version!: number;

  static of({ id, name, email, locale, version }: PersonEntity): PersonView {
    return { id, name, email, locale, version };
  }
}

export class PersonPage {
  @ApiProperty({ type: [PersonView] }) items!: PersonView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

export class GrantMandateRequest {
  @ApiProperty({ enum: dutyCodes })
  @IsIn(dutyCodes)
  duty!: Duty;

  @ApiProperty({ enum: scopeKinds })
  @IsIn(scopeKinds)
  scopeKind!: ScopeKind;

  @ApiProperty({ format: 'uuid' })
  @IsUUID('7')
  scopeId!: string;

  @ApiProperty({ required: false, format: 'date-time' })
  @Optional()
  @IsMoment()
  untilAt?: string;
}

export class MandateView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty({ enum: dutyCodes }) duty!: Duty;
  @ApiProperty({ enum: scopeKinds }) scopeKind!: ScopeKind;
  @ApiProperty({ format: 'uuid' }) scopeId!: string;
  @ApiProperty({ format: 'date-time' }) fromAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) untilAt!: string | null;
  @ApiProperty() version!: number;

  static of({ fromAt, untilAt, ...mandate }: MandateEntity): MandateView {
    const { id, personId, duty, scopeKind, scopeId, version } = mandate;
    const until = untilAt === null ? null : printInstant(untilAt);
    return {
      id,
      personId,
      duty,
      scopeKind,
      scopeId,
      fromAt: printInstant(fromAt),
      untilAt: until,
      version,
    };
  }
}

export class MandatePage {
  @ApiProperty({ type: [MandateView] }) items!: MandateView[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) nextCursor!: string | null;
}

/** The person signed in, and what they may do where. */
export class MeView extends PersonView {
  @ApiProperty({ description: 'Duties held now, one’s own and as a deputy' })
  mandates!: readonly object[];
}
