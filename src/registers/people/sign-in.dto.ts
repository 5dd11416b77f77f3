import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';

/** User name and password. */
export class SignInRequest {
  @ApiProperty({ example: 'li.min', maxLength: 50 })
  @IsString()
  @MinLength(3)
  @MaxLength(50)
  username!: string;

  @ApiProperty({ minLength: 1, maxLength: 128, format: 'password' })
  @IsString()
  @MinLength(1)
  @MaxLength(128)
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
