import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { isSoundText, lengthOf } from '../../kernel/text';

/**
 * A field that holds text of some lines: paragraphs, reasons, comments. Documents its length, too.
 * @param min code points at least, not counting blanks at either end
 * @param max code points at most, as the column's CHECK counts them
 */
export function Text(min: number, max: number): PropertyDecorator {
  return applyDecorators(inNormalForm, ofLength(min, max), ofCharacters(true));
}

/** The same for a text of one line: names, titles, codes. */
export function Line(min: number, max: number): PropertyDecorator {
  return applyDecorators(inNormalForm, ofLength(min, max), ofCharacters(false));
}

/** A text of so many code points, whatever they are: a password, or what a rule of its own judges. */
export function Characters(min: number, max: number): PropertyDecorator {
  return ofLength(min, max);
}

/** One text has one spelling: é is stored as one code point, however the keyboard or the file system of the sender wrote it. */
const inNormalForm = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC') : value,
);

function ofLength(min: number, max: number): PropertyDecorator {
  const validate = (value: unknown) =>
    typeof value === 'string' && lengthOf(value) <= max && lengthOf(value.trim()) >= min;
  return applyDecorators(
    ValidateBy({ name: 'textLength', validator: { validate } }),
    ApiProperty({ type: String, maxLength: max, ...(min > 0 && { minLength: min }) }),
  );
}

function ofCharacters(lines: boolean): PropertyDecorator {
  const validate = (value: unknown) => typeof value === 'string' && isSoundText(value, lines);
  return ValidateBy({ name: 'textCharacters', validator: { validate } });
}
