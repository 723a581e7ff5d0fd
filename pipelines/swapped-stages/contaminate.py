"""The stage "contaminate" as a program of its own: exchanges b1 and b2 in each event with a probability.

The built-in stage exchanges an exact number of events in each split; this example tosses a coin.

Needs Python 3 and nothing else. The runner hands it CSV and converts what it writes:

    python3 contaminate.py --config config.json --input preprocess.events=events.csv … --out DIR
"""

import argparse
import csv
import json
import pathlib
import random

COMPONENTS = ("E", "px", "py", "pz")


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", type=pathlib.Path, required=True)
    parser.add_argument("--input", action="append", default=[], metavar="STAGE.OUTPUT=PATH")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    return parser.parse_args()


def exchange(row):
    """Exchanges the b's of the two branches, in place."""
    for component in COMPONENTS:
        one, two = f"b1_{component}", f"b2_{component}"
        row[one], row[two] = row[two], row[one]


def main():
    given = arguments()
    config = json.loads(given.config.read_text())
    paths = dict(item.split("=", 1) for item in given.input)
    draw = random.Random(config["seed"])
    with open(paths["preprocess.events"], newline="") as source:
        with open(given.out / "events.csv", "w", newline="") as target:
            reader = csv.DictReader(source)
            writer = csv.DictWriter(target, [*reader.fieldnames, "exchanged"], lineterminator="\n")
            writer.writeheader()
            for row in reader:
                row["exchanged"] = int(draw.random() < config["fraction"])
                if row["exchanged"]:
                    exchange(row)
                writer.writerow(row)


main()
