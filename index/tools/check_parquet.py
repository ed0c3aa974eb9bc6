#!/usr/bin/env python3
"""Compares a Parquet history with its CSV by pyarrow (pip install pyarrow).

Usage:  python3 index/tools/check_parquet.py HISTORY.parquet HISTORY.csv
"""
import csv
import sys

import pyarrow.parquet as parquet

table = parquet.read_table(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as text:
    rows = list(csv.DictReader(text))
found = [{name: str(cell) for name, cell in row.items()} for row in table.to_pylist()]
if found != rows:
    sys.exit("the two differ")
print(f"{table.num_rows} rows are the same; {table.schema.to_string()}")
