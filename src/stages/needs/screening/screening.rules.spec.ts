import { requirePanelSize } from './screening.rules';

describe('requirePanelSize', () => {
  it.each([3, 5, 7, 21])('takes %i experts', (given) => {
    expect(() => requirePanelSize(given)).not.toThrow();
  });

  it.each([0, 1, 2, 4, 6])('refuses %i experts', (given) => {
    expect(() => requirePanelSize(given)).toThrow(
      expect.objectContaining({ code: 'SCREENING.PANEL_SIZE', facts: { least: 3, given } }),
    );
  });
});
