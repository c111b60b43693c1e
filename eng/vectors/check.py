"""python3 check.py FOLDER: runs the kernels over a vector folder, such as TFLM's answers, and compares every element."""
import sys

import kernels
from vector_format import read_folder

PREFIX = 2000  # elements of an elementwise case that are looked at
ELEMENTWISE = ("add", "mul")  # when they do not broadcast


def shorten(tensors):
    return {k: kernels.Tensor(t.dtype, [min(PREFIX, len(t.data))], t.layout, t.data[:PREFIX]) for k, t in tensors.items()}


def is_flat(case):
    return case["op"] in ELEMENTWISE and len({tuple(t.shape) for t in case["tensors"].values()}) == 1


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = sys.argv[1]
    agreed, elements, failures = 0, 0, []
    for case in read_folder(folder):
        tensors = shorten(case["tensors"]) if is_flat(case) else case["tensors"]
        expected = tensors.pop("output")
        answer = kernels.run(case["op"], case["types"], case["params"], tensors, expected.shape)
        wrong = [i for i, (a, e) in enumerate(zip(answer, expected.data)) if a != e]
        elements += len(answer)
        if wrong or len(answer) != len(expected.data):
            failures.append(case["id"])
            print("DIFFERS %s: %d of %d, first %s" % (case["id"], len(wrong), len(answer), [(i, answer[i], expected.data[i]) for i in wrong[:3]]))
        else:
            agreed += 1
    print("%d cases agree, %d differ, %d elements compared" % (agreed, len(failures), elements))
    sys.exit(1 if failures else 0)


main()
