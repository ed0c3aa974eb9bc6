"""Answers rows of numbers by what independent libraries make of them.

Usage: judge.py QUESTION INPUT.csv OUTPUT.csv; a line of the input is one case, and so is one of the output.
"""
import sys

import arch_questions
import quantlib_questions
import statsmodels_questions

question, source, target = sys.argv[1:]
answer = None
for module in (quantlib_questions, arch_questions, statsmodels_questions):
    answer = answer or module.QUESTIONS.get(question)
with open(source) as cases, open(target, "w") as answers:
    for line in cases:
        figures = answer(*(float(cell) for cell in line.split(",")))
        answers.write(",".join(repr(float(figure)) for figure in figures) + "\n")
