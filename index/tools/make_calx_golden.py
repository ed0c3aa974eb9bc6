#!/usr/bin/env python3
"""Recomputes methodology calx-1 on the project's GPU table from its description in docs/spec/benchmarks.md.

Usage, from the root of the repository:  python3 index/tools/make_calx_golden.py

Writes index/src/test/resources/org/calx/index/calx-1.csv, which the tests compare with. It shares no code with the product and
covers what that table has: list prices in dollars for one GPU, without regions.
"""
import csv
import datetime
from collections import defaultdict
from math import exp, log
from pathlib import Path

MODULE = Path(__file__).resolve().parents[1]
TABLES = MODULE / "src" / "main" / "resources" / "org" / "calx" / "index"
OUT = MODULE / "src" / "test" / "resources" / "org" / "calx" / "index" / "calx-1.csv"


def rows(name):
    with open(TABLES / name, encoding="utf-8") as text:
        yield from csv.DictReader(line for line in text if not line.startswith("#"))


OWNERS = {row["provider"]: (row["group"], row["cluster"]) for row in rows("providers.csv")}


def owner(provider):
    return OWNERS.get(provider, (provider, "neocloud"))


def micros(text):
    return round(float(text) * 1_000_000)


def median(values):
    values = sorted(values)
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


def weights(panel):
    """Equal by owner, at most 20% each (30% below eight owners), equal within an owner."""
    owners = defaultdict(int)
    for provider in panel:
        owners[owner(provider)[0]] += 1
    share = {name: 1 / len(owners) for name in owners}
    assert max(share.values()) <= (0.2 if len(owners) >= 8 else 0.3) or len(owners) <= 5
    return [share[owner(provider)[0]] / owners[owner(provider)[0]] for provider in panel]


def tail(pairs):
    """The first value at which the weight passed over reaches 5%, or the share asked for."""

    def at(share):
        total = 0
        for value, weight in pairs:
            total += weight
            if total >= share - 1e-12:
                return value
        return pairs[-1][0]

    return at


def winsorised_mean(values, weight):
    pairs = sorted(zip(values, weight))
    low, high = tail(pairs)(0.05), tail(pairs[::-1])(0.05)
    return sum(w * min(max(v, low), max(low, high)) for v, w in zip(values, weight))


def solve(matrix, right):
    size = len(right)
    system = [row[:] + [value] for row, value in zip(matrix, right)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(system[row][column]))
        system[column], system[pivot] = system[pivot], system[column]
        for row in range(size):
            if row != column:
                factor = system[row][column] / system[column][column]
                system[row] = [a - factor * b for a, b in zip(system[row], system[column])]
    return [system[row][size] / system[row][row] for row in range(size)]


def premiums(last, day):
    """Logarithmic premium of each cluster, by least squares on model and cluster; none if there are too few series."""
    sample = [(key, price) for key, (price, seen) in last.items() if day - seen <= 30]
    having = defaultdict(set)
    for (provider, _), _ in sample:
        having[owner(provider)[1]].add(owner(provider)[0])
    columns = sorted({model for (_, model), _ in sample})
    for cluster in ("hyperscaler", "marketplace"):
        without = {owner(p)[0] for (p, _), _ in sample if owner(p)[1] != cluster}
        if len(having[cluster]) >= 3 and len(without) >= 3:
            columns.append(cluster)
    if len(sample) < 2 * len(columns):
        return None
    design = [[1.0 if name in (model, owner(provider)[1]) else 0.0 for name in columns] for (provider, model), _ in sample]
    target = [log(price) for _, price in sample]
    moments = [[sum(row[i] * row[j] for row in design) for j in range(len(columns))] for i in range(len(columns))]
    right = [sum(row[i] * value for row, value in zip(design, target)) for i in range(len(columns))]
    found = dict(zip(columns, solve(moments, right)))
    return {cluster: found.get(cluster, 0.0) for cluster in ("hyperscaler", "marketplace", "neocloud")}


def accepted(offers, last, pending, day):
    """The figure of each series and its move, None where it gives none."""
    smallest = defaultdict(dict)
    for provider, model, price in offers:
        smallest[model].setdefault(provider, price)
    peers = {m: sorted(p.values())[len(p) // 2] for m, p in smallest.items() if len(p) >= 5}
    prices, linked, seen_rows = defaultdict(list), defaultdict(lambda: True), set()
    for provider, model, price in offers:
        if (provider, model, price) in seen_rows:
            continue
        seen_rows.add((provider, model, price))
        key = provider, model
        known = key in last and 0 < day - last[key][1] <= 30
        ratio = price / last[key][0] if known else 1
        if ratio >= 2 or ratio <= 0.5:
            since, waiting = pending.get(key, (day, price))
            if key not in pending or abs(price / waiting - 1) >= 0.1:
                pending[key] = day, price
                continue
            if day - since < 2:
                continue
        else:
            factor = price / peers[model] if model in peers else 1
            size = max(factor, 1 / factor)
            if size >= 8 or any(a <= size <= b for a, b in ((6.3, 7.4), (80, 95), (135, 165), (1250, 1500))):
                continue
        prices[key].append(price)
        linked[key] &= known
    figures = {}
    for key, all_prices in prices.items():
        figure = -(-median(all_prices) // 1)
        move = log(figure / last[key][0]) if linked[key] and day - last[key][1] <= 7 else None
        figures[key] = int(figure), move
    return figures


def fixing(before, levels, moves):
    """levels and moves by provider; before is the last fixing or None. @return fixing and owners, or None"""
    owners = {owner(provider)[0] for provider in levels}
    if len(owners) < 5:
        return None
    level = log(winsorised_mean(list(levels.values()), weights(levels)))
    if before is None:
        return round(exp(level)), len(owners)
    if len({owner(provider)[0] for provider in moves}) < 5:
        return None
    weight = weights(moves)
    pairs = sorted(zip(moves.values(), weight))
    middle = (tail(pairs)(0.5) + tail(pairs[::-1])(0.5)) / 2
    pulled = [min(max(move, middle - 0.12), middle + 0.12) for move in moves.values()]
    moved = log(before) + winsorised_mean(pulled, weight)
    return round(exp(moved + min(max(0.02 * (level - moved), -0.001), 0.001))), len(owners)


def main():
    days = defaultdict(list)
    for row in rows("gpu-prices.csv"):
        day = datetime.date.fromisoformat(row["start"]).toordinal()
        days[day].append((row["source"], row["product"], micros(row["price"])))
    last, pending, premium, values, lines, supplies = {}, {}, None, {}, [], set()
    for day in sorted(days):
        today = {(provider, model) for provider, model, _ in days[day]}
        broken = len(supplies) >= 10 and len(supplies - today) >= 0.4 * len(supplies)
        supplies = today
        figures = accepted(days[day], last, pending, day)
        for key, (figure, _) in figures.items():
            last[key] = figure, day
            pending.pop(key, None)
        date = datetime.date.fromordinal(day)
        if premium is None or date.day == 1:
            premium = premiums(last, day) or premium
        cluster = premium or defaultdict(float)
        for model in sorted({model for _, model in figures}):
            of = {p: one for (p, m), one in sorted(figures.items()) if m == model}
            levels = {p: figure * exp(-cluster[owner(p)[1]]) for p, (figure, _) in of.items()}
            moves = {p: move for p, (_, move) in of.items() if move is not None and not broken}
            found = fixing(values.get(model), levels, moves)
            if found:
                values[model] = found[0]
                lines.append((model, date.isoformat(), *found))
    text = "".join(",".join(map(str, line)) + "\n" for line in sorted(lines))
    OUT.write_text("index,date,price_micros,contributors\n" + text, encoding="utf-8")
    print(f"{OUT.name}: {len(lines)} figures")


main()
