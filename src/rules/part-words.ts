import type { BilingualText, ScorePart } from './rule-set.types';

/** What a part of the score is called: by its own name where the rules give it one, else by what it counts. */
export function partName(part: ScorePart): BilingualText {
  switch (part.variant) {
    case 'sheets':
      return { zh: '评审得分', en: 'the review' };
    case 'seats':
      return {
        zh: `评委席位（${part.seats.join('、')}）得分`,
        en: `the seats ${part.seats.join(', ')}`,
      };
    case 'votes':
      return { zh: '公众投票', en: 'the public vote' };
    case 'gifts':
      return { zh: '定向捐助', en: 'gifts' };
    case 'price':
      return { zh: '报价', en: 'the price' };
    case 'hours':
      return { zh: '服务工时', en: 'hours of service' };
    case 'bonus':
    case 'given':
      return part.name;
  }
}
