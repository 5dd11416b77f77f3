import { Column, type ColumnOptions } from 'typeorm';

const bigintTransformer = {
  to: (value: bigint | null | undefined) => (value === null ? null : value?.toString()),
  from: (value: string | null) => (value === null ? null : BigInt(value)),
};

/** An amount in fen: bigint in the database, bigint in the code. */
export function FenColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'bigint', transformer: bigintTransformer, ...options });
}

/** An instant of legal or true time. */
export function InstantColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'timestamptz', ...options });
}

/** A day, as text `YYYY-MM-DD` in the code. */
export function DayColumn(options: ColumnOptions = {}): PropertyDecorator {
  return Column({ type: 'date', ...options });
}
