import { MAX_FEN, parseAmount, printAmount, type Fen } from '../kernel/money';
import { refuseGrant } from './engines.refusals';
import { capBound, categoryBound } from './grant-bounds';
import { worked, type GrantFamily } from './grant-family';
import type { ProjectMoney } from './project-money';
import type { UnitPriceLine } from './rule-set.types';

/** An output at its price and in its quantity. */
interface PricedOutput {
  readonly line: UnitPriceLine;
  readonly quantity: number;
  readonly costFen: Fen;
}

/**
 * The sum of unit price times quantity; the rules name the quantity, or the bid offers it.
 * @throws GRANT.QUANTITY_MISSING, GRANT.OUTPUTS_TOO_MUCH, GRANT.COMES_TO_NOTHING
 */
export const unitPriced: GrantFamily<'unit-price'> = (rule, project, category) => {
  const outputs = rule.outputs.map((line) => priced(line, project));
  const grantFen = outputs.reduce((sum, { costFen }) => sum + costFen, 0n);
  if (grantFen === 0n) throw refuseGrant('GRANT.COMES_TO_NOTHING');
  // No form of money holds more, so that the sum could not even be printed.
  if (grantFen > MAX_FEN) {
    throw refuseGrant('GRANT.OUTPUTS_TOO_MUCH', { limit: printAmount(MAX_FEN) });
  }
  const bounds = [...capBound(grantFen, rule.maxAmount), ...categoryBound(grantFen, category)];
  for (const { refusal } of bounds) {
    if (refusal !== null) {
      throw refuseGrant('GRANT.OUTPUTS_TOO_MUCH', { limit: String(refusal.facts['limit']) });
    }
  }
  const grant = printAmount(grantFen);
  const each = outputs.map(({ line, quantity }) => `${line.unitPrice} × ${quantity}`);
  const list = outputs.map(({ line: { name, unitPrice }, quantity }) => ({
    zh: `${name.zh}${unitPrice}元×${quantity}`,
    en: `“${name.en}” at ${unitPrice} yuan × ${quantity}`,
  }));
  return worked(
    grantFen,
    Object.fromEntries([
      ...outputs.map(({ line: { code } }, index) => [code, each[index]!] as const),
      ...bounds.flatMap(({ inputs }) => Object.entries(inputs)),
    ]),
    [`${each.join(' + ')} = ${grant}`, ...bounds.map(({ arithmetic }) => arithmetic)].join('; '),
    {
      zh: `按产出单价计价：${list.map(({ zh }) => zh).join('，')}，合计${grant}元${bounds.map(({ words }) => `，${words.zh}`).join('')}。`,
      en: `By the prices of outputs: ${list.map(({ en }) => en).join(', ')}, ${grant} yuan in all${bounds.map(({ words }) => `, ${words.en}`).join('')}.`,
    },
  );
};

function priced(line: UnitPriceLine, { quantities }: ProjectMoney): PricedOutput {
  const { code, unitPrice } = line;
  const quantity = line.quantity ?? quantities?.get(code);
  if (quantity === undefined) throw refuseGrant('GRANT.QUANTITY_MISSING', { output: code });
  return { line, quantity, costFen: parseAmount(unitPrice) * BigInt(quantity) };
}
