"""MEAN and SUM over any axes."""
from itertools import product

import arithmetic as ar
from tensors import RANGE, strides


def sums(p, t):
    """(sum of raw codes of each output element in row-major order, elements summed)."""
    shape = t["input"].shape
    steps = strides(shape)
    reduced = sorted({axis % len(shape) for axis in p["axes"]})
    kept = [axis for axis in range(len(shape)) if axis not in reduced]
    out, n = [], 1
    for axis in reduced:
        n *= shape[axis]
    for outer in product(*(range(shape[axis]) for axis in kept)):
        start = sum(i * steps[axis] for i, axis in zip(outer, kept))
        inner = product(*(range(shape[axis]) for axis in reduced))
        out.append(sum(t["input"].data[start + sum(i * steps[axis] for i, axis in zip(index, reduced))] for index in inner))
    return out, n


def rescaled(p, t, totals, n, multiplier, shift):
    low, high = RANGE[t["input"].dtype]
    return [ar.clamp(ar.multiply_by_quantized_multiplier(ar.wrap32(total + n * p["input_offset"]), multiplier, shift) + p["output_offset"], low, high)
            for total in totals]


def mean(p, t, output_shape):
    """The division by n goes into the multiplier, truncated, after as many left shifts as fit."""
    totals, n = sums(p, t)
    multiplier, shift = p["output_multiplier"], p["output_shift"]
    room = min(n.bit_length() - 1, 32, 31 + shift)
    return rescaled(p, t, totals, n, (multiplier << room) // n, shift - room)


def sum_(p, t, output_shape):
    totals, n = sums(p, t)
    return rescaled(p, t, totals, n, p["output_multiplier"], p["output_shift"])


sum_.__name__ = "sum"
ALL = (mean, sum_)
