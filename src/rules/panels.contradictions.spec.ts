import { cityRound } from './city-round.fixture';
import { contradictionsInPanels } from './panels.contradictions';
import { splitPanel } from './panels.fixture';
import { panelsOf } from './panels-of';
import { panelOf } from './review-phases';
import { parseRuleSet } from './rule-set';
import type { CategoryPanel, PanelRules, RuleSet } from './rule-set.types';
import { smallRound } from './small-round.fixture';

type Change = (rules: RuleSet, panels: CategoryPanel[]) => void;

const OTHERS = ['youth', 'relief', 'other'];
const twoPanels = (change: Change = () => undefined): RuleSet =>
  smallRound((rules) => {
    splitPanel(rules, { care: ['elderly', 'disability'], others: OTHERS });
    change(rules, rules.panels!);
  });
const faultsIn = (rules: RuleSet) =>
  contradictionsInPanels(rules).map(({ code, pointer }) => `${code} ${pointer}`);

describe('the panels of a rule set', () => {
  it('are one for the whole lot, as in the small round', () => {
    expect(faultsIn(smallRound())).toEqual([]);
    expect(panelsOf(smallRound())).toMatchObject([
      { code: 'lot', name: null, categories: null, size: 5 },
    ]);
  });

  it.each<[string, (panel: PanelRules) => unknown, string]>([
    ['seats that are not the panel', (one) => (one.size = 7), 'RULES.SEATS_NOT_PANEL /panel/seats'],
    [
      'an even panel',
      (one) => Object.assign(one, { size: 4, seats: one.seats.slice(1).concat(one.seats[1]!) }),
      'RULES.PANEL_EVEN /panel/size',
    ],
  ])('refuse %s', (_, change, fault) => {
    expect(faultsIn(smallRound((rules) => change(rules.panel!)))).toEqual([fault]);
  });

  it('are several that share out the categories', () => {
    const rules = parseRuleSet(twoPanels());
    expect(panelsOf(rules).map(({ code, categories }) => [code, categories])).toEqual([
      ['care', ['elderly', 'disability']],
      ['others', OTHERS],
    ]);
    expect(panelOf(rules, 'others').name).toEqual({ zh: '评审小组others', en: 'Panel others' });
  });

  it('are one for each category in the city round', () => {
    const rules = parseRuleSet(cityRound());
    expect(panelsOf(rules).map(({ categories }) => categories)).toEqual(
      rules.categories.map(({ code }) => [code]),
    );
    expect(panelsOf(rules).map(({ size }) => size)).toEqual([5, 5, 5, 5, 5]);
  });

  it('are found by the code alone', () => {
    expect(() => panelOf(twoPanels(), 'lot')).toThrow(RangeError);
    expect(() => panelOf(smallRound(), 'care')).toThrow(RangeError);
  });

  it.each<[string, Change, string[]]>([
    ['neither the one nor several', (rules) => delete rules.panels, ['RULES.MISSING /panel']],
    [
      'both the one and several',
      (rules) => (rules.panel = smallRound().panel!),
      ['RULES.PANEL_AND_PANELS /panels'],
    ],
    [
      'a category that no panel reviews',
      (_, [care]) => care!.categories.pop(),
      ['RULES.CATEGORY_WITHOUT_PANEL /categories/1'],
    ],
    [
      'a category that two panels review',
      (_, [, others]) => others!.categories.push('elderly'),
      ['RULES.CATEGORY_IN_TWO_PANELS /panels/1/categories/3'],
    ],
    [
      'a category that the rules do not have',
      (_, [, others]) => others!.categories.unshift('sport'),
      ['RULES.UNKNOWN_CATEGORY /panels/1/categories/0'],
    ],
    [
      'panels where bids are not told apart',
      (rules, panels) => {
        rules.categories = [];
        panels.pop();
      },
      [
        'RULES.UNKNOWN_CATEGORY /panels/0/categories/0',
        'RULES.UNKNOWN_CATEGORY /panels/0/categories/1',
      ],
    ],
    [
      'an even panel',
      (_, [, others]) => {
        others!.size = 4;
        others!.seats.pop();
      },
      ['RULES.PANEL_EVEN /panels/1/size'],
    ],
    [
      'seats that are not the panel',
      (_, [care]) => (care!.size = 7),
      ['RULES.SEATS_NOT_PANEL /panels/0/seats'],
    ],
  ])('refuses %s', (_, change, faults) => {
    expect(faultsIn(twoPanels(change))).toEqual(faults);
  });

  it.each<[string, Change, string]>([
    [
      'a panel with a name of the system’s own',
      (_, [care]) => (care!.code = 'shortlist'),
      'RULES.PANEL_CODE_RESERVED /panels/0/code',
    ],
    ['an empty list of panels', (rules) => (rules.panels = []), 'RULES.TOO_LITTLE /panels'],
    [
      'a panel for no category',
      (_, [care]) => (care!.categories = []),
      'RULES.TOO_LITTLE /panels/0/categories',
    ],
    [
      'a category twice in one panel',
      (_, [care]) => care!.categories.push('elderly'),
      'RULES.REPEATED /panels/0/categories',
    ],
    [
      'two panels of one code',
      (_, [care]) => (care!.code = 'others'),
      'RULES.DUPLICATE_CODE /panels/1/code',
    ],
    [
      'one panel of three in a procurement',
      (rules, [, others]) => {
        rules.regime = 'procurement';
        Object.assign(others!, { size: 3, seats: others!.seats.slice(1) });
      },
      'RULES.BELOW_LIMIT /panels/1/size',
    ],
  ])('refuses %s, when it is handed in', (_, change, fault) => {
    expect(() => parseRuleSet(twoPanels(change))).toThrow(
      expect.objectContaining({
        faults: expect.arrayContaining([
          expect.objectContaining({
            code: fault.split(' ')[0],
            pointer: fault.split(' ')[1],
          }),
        ]),
      }),
    );
  });
});

describe('an even panel', () => {
  const ofSize = (size: number, selection: PanelRules['selection']) => (r: RuleSet) => {
    r.panel!.size = size;
    r.panel!.seats = [{ code: 'expert', name: { zh: '专家', en: 'Experts' }, count: size }];
    r.panel!.selection = selection;
  };
  const drawn = (size: number) => ofSize(size, { variant: 'draw', substitutes: 0 });
  const appointed = (size: number) => ofSize(size, { variant: 'appointment', by: 'approver' });
  const weighted = (r: RuleSet) => {
    drawn(4)(r);
    r.scoring.aggregation = {
      ...{ variant: 'weighted-seats', decimals: 2, rounding: 'half-up' },
      weights: [{ seat: 'expert', weight: '1' }],
    };
  };
  const procurement = (change: (rules: RuleSet) => void) => (r: RuleSet) => {
    r.regime = 'procurement';
    change(r);
  };

  it.each([
    ['eight who are drawn', drawn(8), ['RULES.PANEL_EVEN /panel/size']],
    ['ten who are drawn', drawn(10), []],
    ['four who are appointed', appointed(4), []],
    ['four whose seats are weighed', weighted, []],
    ['ten in a procurement', procurement(drawn(10)), ['RULES.PANEL_EVEN_BY_LAW /panel/size']],
    [
      'six appointed in a procurement',
      procurement(appointed(6)),
      ['RULES.PANEL_EVEN_BY_LAW /panel/size'],
    ],
    ['seven in a procurement', procurement(drawn(7)), []],
  ])('may be one of %s or not', (_, change, faults) => {
    expect(faultsIn(smallRound(change))).toEqual(faults);
  });

  it('is refused in a procurement with the article', () => {
    const [fault] = contradictionsInPanels(smallRound(procurement(drawn(10))));
    expect(fault!.facts).toEqual({
      size: 10,
      article: '财政部令第87号第四十七条、政府采购法第三十八条',
    });
  });
});

describe('a category that is not competed for', () => {
  it('needs no panel', () => {
    const rules = (basis: 'competition' | 'directed-commission') =>
      twoPanels((r, [care]) => {
        care!.categories.pop();
        r.categories[1]!.basis = basis;
      });
    expect(faultsIn(rules('competition'))).toEqual(['RULES.CATEGORY_WITHOUT_PANEL /categories/1']);
    expect(faultsIn(rules('directed-commission'))).toEqual([]);
  });
});
