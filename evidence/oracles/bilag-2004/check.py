# Grades every case of cases.yaml a second time and prints the cases where the grade written there differs.
# Run: python3 check.py (Python 3.11, PyYAML 6). Exact fractions, no binary numbers. Written in another shape than the
# cases: membership is one letter for each item in the order of the form, and the renal rule counts criteria.
from fractions import Fraction
from pathlib import Path
import sys
import yaml

# The first item of the system, then one letter for each item: the group to which it belongs.
ITEMS = {
    'mucocutaneous': (5, 'AB' 'AC' 'AC' 'AB' 'A' 'B' 'BC' 'CC'),
    'neuropsychiatric': (19, 'AAAAAAAAAAA' 'B' 'A' 'BBBB' 'A' 'BB'),
    'musculoskeletal': (39, 'AB' 'ABC'),
    'cardiorespiratory': (44, 'B' 'AAA' 'B' 'AAAAAAA'),
    'gastrointestinal': (56, 'AB' 'AB' 'B' 'A' 'B' 'AA'),
    'ophthalmic': (65, 'A' 'AB' 'B' 'AB' 'C' 'AB' 'A' 'C' 'AA'),
}


def number(value):
    return None if value is None else Fraction(str(value))


def generic(items, first, letters):
    worst = 'E'
    for place, letter in enumerate(letters):
        value = items.get(first + place, 0)
        if value >= 2:
            worst = min(worst, letter)
        elif value == 1:
            worst = min(worst, {'A': 'B', 'B': 'C', 'C': 'C'}[letter])
    return worst


def constitutional(items):
    high = sum(1 for i in (2, 3, 4) if items.get(i, 0) >= 2) >= 2
    fever = items.get(1, 0) >= 2
    if fever and high:
        return 'A'
    if fever or high:
        return 'B'
    return 'C' if any(items.get(i, 0) for i in (1, 2, 3, 4)) else 'E'


def renal(items, previous, access):
    now = lambda i: number(items.get(i))
    then = lambda i: None if previous is None else number(previous.get(i))
    said = lambda i: items.get(i) == 'yes'
    quantitative = any(now(i) is not None for i in (82, 83, 84))

    def has_not_fallen(i):
        if then(i) is None:
            return True
        kept = now(i) / then(i)
        return kept > Fraction(3, 4) or (access and i != 82 and kept == Fraction(3, 4))

    def above(i, limit, inclusive=False):
        return now(i) is not None and (now(i) > limit or (inclusive and now(i) == limit))

    unit = {82: 100, 83: 100, 84: 1}
    severe = any(above(i, unit[i], access and i == 82 and previous is not None) and has_not_fallen(i) for i in unit)
    moderate = any(above(i, Fraction(unit[i], 2), True) and has_not_fallen(i) for i in unit)
    no_fall = lambda i: not access or i == 82 or then(i) is None or now(i) >= then(i)
    mild = any(above(i, Fraction(unit[i], 4)) and no_fall(i) for i in unit)
    strip = now(81)
    if not quantitative and strip is not None:
        if previous is None:
            severe = moderate = strip >= 2
        else:
            assert then(81) is not None, 'the cases leave a blank previous dipstick out'
            severe = strip - then(81) >= 2
            moderate = strip - then(81) >= 1 and strip >= 2
        mild = strip >= 1
    creatinine, gfr = now(86), now(87)
    worse = slower = False
    if creatinine is not None and creatinine > 130:
        ratio = None if then(86) is None else creatinine / then(86)
        worse = previous is None or (ratio is not None and (ratio > Fraction(13, 10) or (access and ratio == Fraction(13, 10))))
        slower = ratio is not None and ratio >= Fraction(115, 100)
    if gfr is not None and gfr < 80:
        worse = worse or previous is None or (then(87) is not None and gfr / then(87) < Fraction(67, 100))
    if gfr is not None and gfr < 50:
        worse = worse or then(87) is None or then(87) > 50
    pressures = [now(78), now(79), then(78), then(79)]
    rising = None not in pressures and now(78) > 140 and now(79) > 90 and now(78) - then(78) >= 30 and now(79) - then(79) >= 15
    criteria = [severe, said(80), worse, said(88), said(89), said(85)]
    if sum(criteria) >= 2 and (criteria[0] or criteria[3] or criteria[4]):
        return 'A'
    if any(criteria) or moderate or slower:
        return 'B'
    return 'C' if mild or rising else 'E'


def haematological(items):
    haemolysis = items.get(96) == 'yes'
    grades = ['E']

    def steps(item, limits, grades_of):
        value = number(items.get(item))
        if value is not None:
            grades.extend(g for limit, g in zip(limits, grades_of) if limit is None or value < Fraction(limit))

    steps(90, ('8', '10', None) if haemolysis else ('8', '11'), 'ABC' if haemolysis else 'BC')
    steps(91, ('1', '4'), 'BC')
    steps(92, ('1/2', '2'), 'BC')
    steps(93, ('1',), 'C')
    steps(94, ('25', '50', '150'), 'ABC')
    grades.append('EBAAA'[items.get(95, 0)])
    if items.get(97) == 'yes':
        grades.append('C')
    return min(grades)


def grade(system, case):
    items, previous = case['items'], case.get('previous')
    if system in ITEMS:
        found = generic(items, *ITEMS[system])
    elif system == 'constitutional':
        found = constitutional(items)
    elif system == 'renal':
        found = renal(items, previous, case.get('dialect') == 'access-vba')
    else:
        found = haematological(items)
    return 'D' if found == 'E' and system in case.get('before', []) else found


class Plain(yaml.SafeLoader):
    """yes and no stay words, as in YAML 1.2."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in each if tag not in ('tag:yaml.org,2002:bool', 'tag:yaml.org,2002:float')]
    for first, each in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

cases = yaml.load((Path(__file__).parent / 'cases.yaml').read_text(), Plain)['cases']
assert len({case['id'] for case in cases}) == len(cases), 'an id is used twice'
differences = [
    f"{case['id']} {system}: written {written}, found {grade(system, case)} ({case['note']})"
    for case in cases
    for system, written in case['expect'].items()
    if grade(system, case) != written
]
print('\n'.join(differences) or f'{len(cases)} cases agree')
sys.exit(1 if differences else 0)
