/** A street and the communities below it. */
export interface Street {
  readonly code: string;
  readonly name: string;
  readonly communities: readonly Community[];
}

export interface Community {
  readonly code: string;
  readonly name: string;
}

/** Six streets of Panyu, whose names are real, and four communities in each, whose names are invented. */
export const streets: readonly Street[] = [
  street('shiqiao', '市桥街道', ['榕荫', '水坊', '东涌口', '北城']),
  street('luopu', '洛浦街道', ['沙滘湾', '南浦岛', '珠江新岸', '桔树园']),
  street('dashi', '大石街道', ['石岗', '礼村桥', '河村涌', '猛石围']),
  street('donghuan', '东环街道', ['甘棠里', '蔡边东', '番禺广场南', '迎星']),
  street('qiaonan', '桥南街道', ['陈涌坊', '草河', '蚬涌', '福景园']),
  street('shatou', '沙头街道', ['横江', '银平', '汀根', '小罗田']),
];

function street(code: string, name: string, communities: readonly string[]): Street {
  return {
    code,
    name,
    communities: communities.map((own, n) => ({ code: `${code}-${n + 1}`, name: `${own}社区` })),
  };
}
