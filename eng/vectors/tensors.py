"""A tensor as every kernel sees it, the ranges of its types, and row-major indexing."""
from collections import namedtuple

Tensor = namedtuple("Tensor", "dtype shape layout data")
RANGE = {"int4": (-8, 7), "int8": (-128, 127), "uint8": (0, 255), "int16": (-(1 << 15), (1 << 15) - 1), "int32": (-(1 << 31), (1 << 31) - 1),
         "int64": (-(1 << 63), (1 << 63) - 1)}


def count(shape):
    n = 1
    for d in shape:
        n *= d
    return n


def strides(shape):
    """Row-major element strides."""
    out, step = [], 1
    for d in reversed(shape):
        out.insert(0, step)
        step *= d
    return out


def broadcast_offset(shape, index):
    """The element of a tensor that broadcasts to `index`; axes are aligned at the last one."""
    index = index[len(index) - len(shape):]
    return sum(s * (0 if d == 1 else i) for s, d, i in zip(strides(shape), shape, index))
