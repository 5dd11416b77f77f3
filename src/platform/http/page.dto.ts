import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsUUID, Max, Min } from 'class-validator';
import { Optional } from './optional.decorator';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 200;

/** How much of a list is wanted at once. */
export class LimitRequest {
  @ApiProperty({ required: false, minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value,
  )
  @IsInt()
  @Min(1)
  @Max(MAX_LIMIT)
  limit: number = DEFAULT_LIMIT;
}

/** Which page of a list: pages go by the id of the last item seen, so they hold still while items are added. */
export class PageRequest extends LimitRequest {
  @ApiProperty({ required: false, format: 'uuid', description: '`nextCursor` of the page before' })
  @Optional()
  @IsUUID('7')
  cursor?: string;
}

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Give it as `cursor` for the next page; null on the last. */
  readonly nextCursor: string | null;
}

/** Makes a page of rows that were read with one more than the limit. */
export function pageOf<T extends { id: string }>(rows: readonly T[], limit: number): Page<T> {
  const items = rows.slice(0, limit);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}
