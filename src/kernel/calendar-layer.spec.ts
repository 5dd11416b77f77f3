import { toCalendarLayer, type WrittenLayer } from './calendar-layer';

const written = (changes: Partial<WrittenLayer> = {}): WrittenLayer => ({
  notice: '国办发明电〔2022〕16号',
  title: '国务院办公厅关于2023年部分节假日安排的通知',
  publishedOn: '2022-12-08',
  calendar: 'CN',
  official: true,
  assumed: false,
  year: 2023,
  off: ['2022-12-31', '2023-01-01', '2023-01-02'],
  worked: ['2023-01-28'],
  ...changes,
});

describe('toCalendarLayer', () => {
  it('reads a notice that gives a day of the December before off', () => {
    expect(toCalendarLayer(written())).toEqual(written());
  });

  it('takes a notice that says nothing of it for one of the State Council', () => {
    const { calendar, official, ...plain } = written();
    expect(toCalendarLayer(plain)).toEqual({ ...plain, calendar, official });
    const other = { calendar: 'ES', official: false } as const;
    expect(toCalendarLayer(written(other))).toMatchObject(other);
  });

  it('refuses a notice that names a day both off and worked', () => {
    const both = written({ worked: ['2023-01-02'] });
    expect(() => toCalendarLayer(both)).toThrow(
      expect.objectContaining({
        code: 'CALENDAR.NOTICE_CONTRADICTS_ITSELF',
        facts: { year: 2023, day: '2023-01-02' },
      }),
    );
  });

  it.each(['2022-11-30', '2024-01-01', '2013-01-02'])('refuses %s in a notice for 2023', (day) => {
    const refusal = expect.objectContaining({
      code: 'CALENDAR.DAY_OUTSIDE_NOTICE',
      facts: { year: 2023, day },
    });
    expect(() => toCalendarLayer(written({ off: [day] }))).toThrow(refusal);
    expect(() => toCalendarLayer(written({ worked: [day] }))).toThrow(refusal);
  });

  it.each([{ off: ['2023-02-30'] }, { worked: ['28 January'] }, { publishedOn: '2022-13-08' }])(
    'refuses what is no day: %j',
    (changes) => {
      expect(() => toCalendarLayer(written(changes))).toThrow(RangeError);
    },
  );
});
