/** A bidder and its bid in the small round; organizations and texts are invented. */
export interface BidderText {
  readonly code: string;
  readonly organization: string;
  readonly kind: 'association' | 'service-institution' | 'foundation';
  /** GB 32100, with a right check digit; the codes belong to nobody. */
  readonly creditCode: string;
  readonly registeredOn: string;
  readonly representative: string;
  readonly category: 'elderly' | 'disability' | 'youth' | 'relief' | 'other';
  readonly title: string;
  readonly summary: string;
  /** Yuan per budget line of the form. */
  readonly budget: Readonly<
    Record<'staff' | 'activities' | 'materials' | 'volunteers' | 'management', number>
  >;
  readonly ownFunds: number;
  /** How well the panel thinks of it, of 20 per criterion; each expert differs a little. */
  readonly merit: number;
  /** How its project goes once funded: the evaluators' score, of 100. */
  readonly delivery: number;
  readonly satisfaction: number;
}

/** The nine bidders. */
export const bidders: readonly BidderText[] = [
  {
    code: 'kangle',
    organization: '广州市番禺区康乐社会工作服务中心',
    kind: 'service-institution',
    creditCode: '52440100MJ9900012Y',
    registeredOn: '2014-05-20',
    representative: '黄慧仪',
    category: 'elderly',
    title: '“午间暖胃”独居老人助餐计划',
    summary: '依托社区食堂集中备餐，志愿者每日送餐并做安全探访。',
    budget: {
      staff: 180000,
      activities: 90000,
      materials: 140000,
      volunteers: 40000,
      management: 30000,
    },
    ownFunds: 200000,
    merit: 18,
    delivery: 94,
    satisfaction: 5,
  },
  {
    code: 'yiyang',
    organization: '广州市颐养居家养老服务中心',
    kind: 'service-institution',
    creditCode: '52440100MJ9900020R',
    registeredOn: '2011-09-01',
    representative: '梁国强',
    category: 'elderly',
    title: '“记得你”认知障碍家庭支持网络',
    summary: '照护者课程、喘息服务与互助小组三位一体。',
    budget: {
      staff: 160000,
      activities: 70000,
      materials: 50000,
      volunteers: 30000,
      management: 20000,
    },
    ownFunds: 132000,
    merit: 17,
    delivery: 86,
    satisfaction: 4,
  },
  {
    code: 'fuxing',
    organization: '广州市扶星残疾人就业促进会',
    kind: 'association',
    creditCode: '51440100MJ9900039R',
    registeredOn: '2009-03-16',
    representative: '周晓彤',
    category: 'disability',
    title: '“星工坊”残疾青年就业训练营',
    summary: '技能训练、岗位见习与就业跟踪。',
    budget: {
      staff: 220000,
      activities: 60000,
      materials: 110000,
      volunteers: 20000,
      management: 30000,
    },
    ownFunds: 176000,
    merit: 16,
    delivery: 71,
    satisfaction: 4,
  },
  {
    code: 'shouyu',
    organization: '广州市手语之家公益服务中心',
    kind: 'service-institution',
    creditCode: '52440100MJ9900047H',
    registeredOn: '2016-11-08',
    representative: '何嘉敏',
    category: 'disability',
    title: '“看见声音”听障儿童家庭陪伴',
    summary: '每周两次手语与语言训练陪伴，家长同步学习。',
    budget: {
      staff: 110000,
      activities: 50000,
      materials: 40000,
      volunteers: 20000,
      management: 10000,
    },
    ownFunds: 92000,
    merit: 14,
    delivery: 83,
    satisfaction: 5,
  },
  {
    code: 'tongxing',
    organization: '广州市童行青少年服务中心',
    kind: 'service-institution',
    creditCode: '52440100MJ9900055C',
    registeredOn: '2012-06-01',
    representative: '罗文杰',
    category: 'youth',
    title: '“四点半课堂”流动儿童托管',
    summary: '课后托管、安全教育与阅读陪伴。',
    budget: {
      staff: 240000,
      activities: 80000,
      materials: 60000,
      volunteers: 40000,
      management: 30000,
    },
    ownFunds: 180000,
    merit: 18,
    delivery: 90,
    satisfaction: 5,
  },
  {
    code: 'xinqing',
    organization: '广州市心晴心理健康促进会',
    kind: 'association',
    creditCode: '51440100MJ9900063A',
    registeredOn: '2013-12-12',
    representative: '冯雅雯',
    category: 'youth',
    title: '“心晴树洞”青少年心理陪伴',
    summary: '个案陪伴、情绪小组与家长课堂。',
    budget: {
      staff: 150000,
      activities: 60000,
      materials: 30000,
      volunteers: 20000,
      management: 20000,
    },
    ownFunds: 112000,
    merit: 15,
    delivery: 55,
    satisfaction: 3,
  },
  {
    code: 'tongzhou',
    organization: '广州市同舟慈善基金会',
    kind: 'foundation',
    creditCode: '53440100MJ9900071Y',
    registeredOn: '2010-08-30',
    representative: '邓伟明',
    category: 'relief',
    title: '“同舟应急箱”困难家庭帮扶',
    summary: '建档评估、应急物资与资源链接。',
    budget: {
      staff: 90000,
      activities: 30000,
      materials: 160000,
      volunteers: 20000,
      management: 10000,
    },
    ownFunds: 124000,
    merit: 16,
    delivery: 92,
    satisfaction: 4,
  },
  {
    code: 'linli',
    organization: '广州市邻里议事促进中心',
    kind: 'service-institution',
    creditCode: '52440100MJ990008XR',
    registeredOn: '2015-04-23',
    representative: '曾志豪',
    category: 'other',
    title: '“圆桌邻里”老旧小区议事协商',
    summary: '议事规则培训、协商会议与骨干培育。',
    budget: {
      staff: 120000,
      activities: 70000,
      materials: 20000,
      volunteers: 20000,
      management: 20000,
    },
    ownFunds: 100000,
    merit: 11,
    delivery: 80,
    satisfaction: 4,
  },
  {
    code: 'xinya',
    organization: '广州市新芽社区服务中心',
    kind: 'service-institution',
    creditCode: '52440100MJ9900098R',
    registeredOn: '2019-10-15',
    representative: '谢婉婷',
    category: 'other',
    title: '“循环小集”社区旧物交换',
    summary: '每月一次旧物交换集市与环保课堂。',
    budget: {
      staff: 60000,
      activities: 40000,
      materials: 20000,
      volunteers: 10000,
      management: 10000,
    },
    ownFunds: 56000,
    merit: 13,
    delivery: 80,
    satisfaction: 4,
  },
];
