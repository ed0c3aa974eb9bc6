#!/usr/bin/env python3
"""Recomputes the power figures and the plain medians of the tables with Python's own statistics and exact fractions.

Usage, from the root of the repository:  python3 index/tools/make_golden.py

Writes index/src/test/resources/org/calx/index/fixings.csv, which the tests compare with. It shares no code with the product.
"""
import csv
import statistics
from collections import defaultdict
from datetime import datetime, timedelta
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

MODULE = Path(__file__).resolve().parents[1]
TABLES = MODULE / "src" / "main" / "resources" / "org" / "calx" / "index"
OUT = MODULE / "src" / "test" / "resources" / "org" / "calx" / "index" / "fixings.csv"


def rows(name):
    with open(TABLES / name, encoding="utf-8") as text:
        yield from csv.DictReader(line for line in text if not line.startswith("#"))


def micros(price):
    scaled = abs(price) * 1_000_000
    rounded = (scaled + Fraction(1, 2)).__floor__()
    return rounded if price >= 0 else -rounded


def compute():
    offers = defaultdict(lambda: defaultdict(list))
    for row in rows("gpu-prices.csv"):
        offers[row["product"], row["start"]][row["source"]].append(Fraction(row["price"]))
    for (model, day), providers in offers.items():
        figure = statistics.median([statistics.median(prices) for prices in providers.values()])
        yield model, day, micros(figure), len(providers)


def power():
    days = defaultdict(list)
    for row in rows("power-prices.csv"):
        start = datetime.strptime(row["start"], "%Y-%m-%dT%H:%M%z").astimezone(ZoneInfo("Europe/Berlin"))
        days[start.date()].append(Fraction(row["price"]))
    for day, prices in days.items():
        yield "DEBASE", day.isoformat(), micros(statistics.mean(prices)), len(prices)


lines = [f"{name},{day},{price},{count}" for name, day, price, count in sorted([*compute(), *power()])]
OUT.write_text("index,date,price_micros,contributors\n" + "\n".join(lines) + "\n", encoding="utf-8")
print(f"{OUT.name}: {len(lines)} figures")
