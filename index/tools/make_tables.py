#!/usr/bin/env python3
"""Makes the two price tables that the project carries from the source data.

Usage, from the root of the repository:  python3 index/tools/make_tables.py [SHARED]

SHARED is the folder that holds data/ (default ../shared). Figures are copied as text, digit for digit.
"""
import csv
import gzip
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".." / "shared"
OUT = ROOT / "index" / "src" / "main" / "resources" / "org" / "calx" / "index"
HEADER = "start,product,source,price,unit"

# An id that does not name the board form (h100) is taken as the common SXM form; PCIe, NVL and 40 GB are other goods.
MODELS = {
    "h100": "H100",
    "h100-sxm": "H100",
    "h200": "H200",
    "a100": "A100",
    "a100-sxm-80": "A100",
    "b200": "B200",
}

GPU_COMMENT = """\
# GPU rental prices, on-demand, US dollars per GPU-hour, 2026-07-05 to 2026-08-10.
# Source: github:adriannutiu/gpu-rental-prices, data/snapshots/*.json at commit ae6435ad77c0047f61c81d267baf0e663bc0f131.
# Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
# Attribution: GPU rental price data by gpurentalprices.com (https://gpurentalprices.com), licensed under CC BY 4.0.
# Changes: flattened to CSV; source URL, memory size and fetch time dropped; only rows of pricing type on-demand that were
# Changes: not carried forward; h100 and h100-sxm named H100, h200 H200, a100 and a100-sxm-80 A100, b200 B200, others dropped.
"""

POWER_COMMENT = """\
# Day-ahead electricity prices, bidding zone DE-LU, hourly, euro per MWh, local days 2024-01-01 to 2024-12-31.
# Source: github:MorrisJobke/day-ahead-prices, data/raw/*.json at commit ac032e0e773a091a836d9bf022169d325b51d4d9 (Energy-Charts API).
# Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/
# Attribution: CC BY 4.0 from Bundesnetzagentur | SMARD.de
# Changes: flattened to CSV; only the hours of the local year 2024 (Europe/Berlin).
"""


def source(folder, name):
    with gzip.open(SHARED / "data" / folder / name, "rt", encoding="utf-8", newline="") as text:
        yield from csv.DictReader(text)


def gpu_rows():
    for row in source("gpu_rental_prices_open", "gpu_rental_open.csv.gz"):
        model = MODELS.get(row["gpu_model"])
        if model and row["pricing_type"] == "on-demand" and row["carried_forward"] == "0":
            yield row["date"], model, row["provider"], row["per_gpu_hour"], "USD/GPUh"


def power_rows():
    for row in source("elec_de_lu_day_ahead", "de_lu_day_ahead.csv.gz"):
        if "2023-12-31T23:00Z" <= row["start_utc"] < "2024-12-31T23:00Z":
            yield row["start_utc"], "DE-LU", "day-ahead", row["price_eur_mwh"], "EUR/MWh"


def write(name, comment, rows):
    lines = [",".join(row) for row in sorted(rows)]
    (OUT / name).write_text(comment + HEADER + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(lines)} rows")


write("gpu-prices.csv", GPU_COMMENT, gpu_rows())
write("power-prices.csv", POWER_COMMENT, power_rows())
