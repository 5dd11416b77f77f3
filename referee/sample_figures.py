"""The figures of the sample account, worked out by hand. Amounts in yuan; the fund holds 1,000,000.00.

Two bids, all the way:

* 午间助餐 (rank 1). Budget 180000 + 90000 + 140000 + 40000 + 30000 = 480000, own funds 200000, so 280000 are requested; 60 % of
  480000 is 288000, which allows it. The sheets total 88, 90, 86, 91, 89: 444 / 5 = 88.80. Split 5:4:1 into 140000, 112000 and
  28000. Mid-term 0.5 x 90 + 0.3 x 85 + 0.2 x 80 = 45 + 25.5 + 16 = 86.5, a pass. Final 0.4 x 95 + 0.3 x 90 + 0.2 x 92 +
  0.1 x 88 = 38 + 27 + 18.4 + 8.8 = 92.2, excellent, factor 1. Paid in full: 280000.
* 记得你 (rank 2). Budget 333333.33, own funds 133333.34: 199999.99 requested, and 60 % are 199999.998. Sheets 85, 84, 86, 83,
  87: 425 / 5 = 85.00. In fen 19999999: halves 9999999.5, 7999999.6, 1999999.9; rounded down they leave 2 fen, which go to the
  remainders .9 and .6: 99999.99, 80000.00, 20000.00. Mid-term 35 + 24 + 15 = 74, a pass. Final 0.4 x 79.99 + 0.3 x 80 +
  0.2 x 80 + 0.1 x 80.03 = 31.996 + 24 + 16 + 8.003 = 79.999: 80.00 when rounded, but not good unrounded, so a pass, factor
  0.5: 10000.00 of the 20000.00. Paid: 99999.99 + 80000.00 + 10000.00 = 189999.99.

The award list: 280000.00 leaves 720000.00; 199999.99 leaves 520000.01; 270000.00 (first of two with 80.00 by its receipt) leaves
250000.01; 264000.00 (second of them) does not fit and is skipped; 138000.00 fits and leaves 112000.01. The third declines, so
382000.01 are free and the skipped one is next: 118000.01 are left, of which a directed commission takes 50000.15.
"""

# Experts by the seats open to them; 5 and 6 may take two kinds.
EXPERTS = {
    "field": [1, 2, 3, 4, 5, 6],
    "finance": [6, 7, 8, 9],
    "resident": [10, 11, 12, 5],
    "funder": [13, 14, 15],
}
BIDS = [
    # title, party, received, budget lines, own funds, requested, state, sheet totals
    (
        "午间助餐",
        1,
        "09:00:00.000",
        "180000.00 90000.00 140000.00 40000.00 30000.00",
        "200000.00",
        "280000.00",
        "funded",
        (88, 90, 86, 91, 89),
    ),
    (
        "记得你",
        2,
        "09:00:01.000",
        "160000.00 70000.00 53333.33 30000.00 20000.00",
        "133333.34",
        "199999.99",
        "funded",
        (85, 84, 86, 83, 87),
    ),
    (
        "星工坊",
        3,
        "10:00:00.001",
        "220000.00 60000.00 110000.00 20000.00 30000.00",
        "176000.00",
        "264000.00",
        "funded",
        (80, 79, 81, 80, 80),
    ),
    (
        "童伴",
        4,
        "10:00:00.000",
        "240000.00 80000.00 60000.00 40000.00 30000.00",
        "180000.00",
        "270000.00",
        "notFunded",
        (82, 78, 80, 80, 80),
    ),
    (
        "看见声音",
        5,
        "11:00:00.000",
        "110000.00 50000.00 40000.00 20000.00 10000.00",
        "92000.00",
        "138000.00",
        "funded",
        (72, 68, 70, 71, 71),
    ),
    # 59 + 60 + 58 + 61 + 61 = 299: 59.80, which does not pass.
    (
        "议事厅",
        6,
        "12:00:00.000",
        "90000.00 40000.00 20000.00 10000.00 10000.00",
        "70000.00",
        "100000.00",
        "notFunded",
        (59, 60, 58, 61, 61),
    ),
    # 280000 less 100000 is more than 60 % of 280000.
    (
        "邻里",
        7,
        "13:00:00.000",
        "150000.00 60000.00 30000.00 20000.00 20000.00",
        "100000.00",
        None,
        "disqualified",
        None,
    ),
]


AWARDS = [
    # bid, party, basis, amount, state
    (1, 1, "competition", "280000.00", "contracted"),
    (2, 2, "competition", "199999.99", "contracted"),
    (3, 3, "competition", "264000.00", "contracted"),
    (4, 4, "competition", "270000.00", "declined"),
    (5, 5, "competition", "138000.00", "contracted"),
    # In fen 5000015: 2500007.5, 2000006, 500001.5. One fen is left, both remainders are a half, the earlier tranche has it.
    (None, 8, "directed-commission", "50000.15", "contracted"),
]
# Reserved when the list was approved, and when one of them had declined.
RESERVED, PROMOTED = (1, 2, 4, 5), 3
SPLITS = {
    1: ("140000.00", "112000.00", "28000.00"),
    2: ("99999.99", "80000.00", "20000.00"),
    3: ("132000.00", "105600.00", "26400.00"),
    5: ("69000.00", "55200.00", "13800.00"),
    6: ("25000.08", "20000.06", "5000.01"),
}
PAYABLE = {
    1: SPLITS[1],
    2: ("99999.99", "80000.00", "10000.00"),
    # The mid-term never came: failed, stopped and ended.
    3: ("132000.00", "0.00", "0.00"),
    # The final evaluation never came: failed, the last tranche pays nothing.
    5: ("69000.00", "55200.00", "0.00"),
    # A pass pays half of 500001 fen: 250000.5, half up.
    6: ("25000.08", "20000.06", "2500.01"),
}
CODES = ("first", "second", "last")
# The round ended on 1 June; thirty days, that day not counted, are over with 1 July.
RETURNED = "2020-07-02T00:00:00.000+08:00"
EVALUATIONS = {
    # mid-term: scores, score, grade; final: the same
    1: (("90 85 80", "86.5", "pass"), ("95 90 92 88", "92.2", "excellent")),
    2: (("70 80 75", "74", "pass"), ("79.99 80 80 80.03", "79.999", "pass")),
    3: ((None, None, "fail"), None),
    5: (("60 60 60", "60", "pass"), (None, None, "fail")),
    6: (("88 92 75.5", "86.7", "pass"), ("62 60 61 66", "61.6", "pass")),
}


def uid(n):
    return f"01900000-0000-7000-8000-{n:012d}"
