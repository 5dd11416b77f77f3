import { ApiProperty } from '@nestjs/swagger';
import { Characters, Line } from '../../platform/http/text.decorator';

/** User name and password. */
export class SignInRequest {
  @ApiProperty({ example: 'li.min' })
  @Line(3, 50)
  username!: string;

  @ApiProperty({ format: 'password' })
  @Characters(1, 128)
  password!: string;
}

/** A session just opened. */
export class SessionView {
  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`; it is shown only now.' })
  token!: string;

  @ApiProperty({ format: 'uuid' })
  personId!: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt!: string;
}
