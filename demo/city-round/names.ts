import type { Chance } from '../chance';

const SURNAMES = [
  ...'陈李黄张梁林吴刘何罗郭谢邓叶曾钟冯苏彭潘蔡卢麦邱区关莫简伍游'.split(''),
  ...'欧阳 司徒 上官'.split(' '),
];

const FIRST = [...'伟志家嘉文俊子永国建慧美丽淑婉雅晓秀玉佩思敏佳少锦颖宝泽绍'];
const SECOND = [...'强明华仪敏玲珊霞英芳豪杰辉莹彤怡欣燕平珍贞琪锋涛恩宁兰媚棠'];

/** Names of people who do not exist, none twice. */
export class Names {
  private readonly used = new Set<string>();

  constructor(private readonly chance: Chance) {}

  next(): string {
    for (;;) {
      const given = this.chance.oneOf(FIRST) + this.chance.oneOf(SECOND);
      const name = this.chance.oneOf(SURNAMES) + given;
      if (!this.used.has(name)) {
        this.used.add(name);
        return name;
      }
    }
  }
}
