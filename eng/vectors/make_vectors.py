"""python3 make_vectors.py OUTDIR [--seed N]: writes the kernel vectors (manifest.json, <category>.jsonl.gz, <category>.bin.gz)."""
import argparse
import os

import cases_conv
import cases_edges
import cases_faults
import cases_functions
import cases_lengths
import cases_movement
import cases_network
import cases_other
import cases_pairs
import cases_prepare
import cases_recurrent
from vector_format import write_category, write_manifest


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outdir")
    parser.add_argument("--seed", type=int, default=20261123)
    args = parser.parse_args()
    os.makedirs(args.outdir, exist_ok=True)
    categories = []
    modules = (cases_conv, cases_other, cases_recurrent, cases_network, cases_edges, cases_lengths, cases_functions, cases_movement, cases_pairs,
               cases_prepare, cases_faults)
    for category in cases_other.FIXED_POINT + sum((module.ALL for module in modules), ()):
        group = category(args.seed)
        ids = [c["id"] for c in group.cases]
        assert len(ids) == len(set(ids)), "ids repeat"
        categories.append(write_category(args.outdir, group.category, group.cases))
    origin = ("make_vectors.py --seed %d: inputs seeded here, answers from an independent Python implementation of the arithmetic, not TFLM"
              % args.seed)
    write_manifest(args.outdir, origin, categories)


main()
