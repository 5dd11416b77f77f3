"""What the rules of the small round say, as far as an account needs them."""


def rules():
    """What the small round's rules say, as far as an account needs them."""
    criteria = ["need", "plan", "team", "budget", "effect"]
    lines = ["staff", "activities", "materials", "volunteers", "management"]
    seats = [("field", 2), ("finance", 1), ("resident", 1), ("funder", 1)]
    factors = [("excellent", "1"), ("good", "1"), ("pass", "0.5"), ("fail", "0")]
    checks = "credit-code-valid registered-for not-sanctioned bids-per-organization form-complete amount-within-rule"
    limits = {"registered-for": {"minMonths": 12}, "bids-per-organization": {"max": 2}}
    rule_set = {
        "schema": "yichuang/rule-set/1",
        "code": "small-round",
        "currency": "CNY",
        "timetable": {"callClosesAt": "2020-04-11T00:00:00+08:00"},
        "categories": [
            {"code": code} for code in ("elderly", "disability", "youth", "relief", "other")
        ],
        "funding": [{"code": "welfare-lottery", "amount": "1000000.00"}],
        "form": {"budgetLines": [{"code": code} for code in lines]},
        "amount": {
            "variant": "budget-less-own-funds",
            "maxShareOfBudget": "0.6",
            "maxAmount": "500000.00",
        },
        "qualification": [
            *({"variant": variant, **limits.get(variant, {})} for variant in checks.split()),
            {"variant": "judged", "code": "public-interest"},
        ],
        "panel": {
            "size": 5,
            "seats": [{"code": code, "count": count} for code, count in seats],
            "selection": {"variant": "draw", "substitutes": 2},
        },
        "scoring": {
            "criteria": [{"code": code, "points": 20} for code in criteria],
            "totalPoints": 100,
            "scoreDecimals": 0,
            "aggregation": {"variant": "mean", "decimals": 2, "rounding": "half-up"},
            "passMark": "60",
            "tieBreak": [{"variant": "earlier-receipt"}],
        },
        "award": {"variant": "rank-within-budget", "whenItDoesNotFit": "skip"},
        "commission": {
            "needsReason": True,
            "openAfterEnd": {"n": 30, "unit": "calendarDays"},
        },
        "tranches": [
            {"code": "first", "share": "0.5", "trigger": {"variant": "contract-signed"}},
            {
                "code": "second",
                "share": "0.4",
                "trigger": {"variant": "evaluation-passed", "evaluation": "midterm"},
            },
            {
                "code": "last",
                "share": "0.1",
                "trigger": {
                    "variant": "evaluation-graded",
                    "evaluation": "final",
                    "factors": [{"grade": grade, "factor": factor} for grade, factor in factors],
                },
            },
        ],
        "evaluations": [
            _evaluation(
                "midterm", "progress 0.5 finance 0.3 records 0.2", "pass 60 fail 0", "stop-and-end"
            ),
            _evaluation(
                "final",
                "delivery 0.4 effect 0.3 satisfaction 0.2 finance 0.1",
                "excellent 90 good 80 pass 60 fail 0",
                "grade-only",
            ),
        ],
    }
    rule_set["evaluations"][1]["survey"] = {"minAnswers": 5}
    screening = {
        "schema": "yichuang/screening-rules/1",
        "code": "small-round-screening",
        "criteria": [{"code": code} for code in ("people", "need", "service", "aim")],
        "maxScore": 100,
        "scoreDecimals": 0,
        "selectFrom": "70",
        "keepFrom": "60",
    }
    return {"ruleSet": rule_set, "screening": screening}


def _pairs(text):
    words = text.split()
    return list(zip(words[::2], words[1::2]))


def _evaluation(code, indicators, grades, when_failed):
    return {
        "code": code,
        "kind": code,
        "scoreDecimals": 2,
        "indicators": [
            {"code": indicator, "weight": weight} for indicator, weight in _pairs(indicators)
        ],
        "grades": [{"code": grade, "from": least} for grade, least in _pairs(grades)],
        "passGrade": "pass",
        "gradedOn": "unrounded-score",
        "missing": "fail",
        "whenFailed": when_failed,
    }
