"""Operators that only move elements."""
from itertools import product

from tensors import count, strides


def at(tensor, index):
    return tensor.data[sum(i * s for i, s in zip(index, strides(tensor.shape)))]


def numbered(t):
    """input0, input1, .."""
    return [t["input%d" % i] for i in range(sum(name.startswith("input") for name in t))]


def reshape(p, t, output_shape):
    """RESHAPE, SQUEEZE and EXPAND_DIMS: the elements stay in their order."""
    return list(t["input"].data)


def pad(p, t, output_shape):
    out = []
    for index in product(*map(range, output_shape)):
        source = [i - b for i, b in zip(index, p["pre"])]
        inside = all(0 <= i < d for i, d in zip(source, t["input"].shape))
        out.append(at(t["input"], source) if inside else p["pad_value"])
    return out


def transpose(p, t, output_shape):
    steps = strides(t["input"].shape)
    return [t["input"].data[sum(i * steps[axis] for i, axis in zip(index, p["perm"]))] for index in product(*map(range, output_shape))]


def concatenation(p, t, output_shape):
    axis = p["axis"] % len(output_shape)
    out = []
    for index in product(*map(range, output_shape)):
        place = index[axis]
        for part in numbered(t):
            if place < part.shape[axis]:
                break
            place -= part.shape[axis]
        out.append(at(part, index[:axis] + (place,) + index[axis + 1:]))
    return out


def pack(p, t, output_shape):
    axis = p["axis"] % len(output_shape)
    return [at(numbered(t)[index[axis]], index[:axis] + index[axis + 1:]) for index in product(*map(range, output_shape))]


def split(p, t, output_shape):
    """All parts one after another: the first axis of the output counts them."""
    axis = p["axis"] % len(t["input"].shape)
    extent = t["input"].shape[axis] // p["parts"]
    out = []
    for part, *index in product(*map(range, output_shape)):
        index[axis] += part * extent
        out.append(at(t["input"], index))
    return out


def sliced_axis(extent, begin, end, stride, begin_masked, end_masked, shrunk):
    """The input indices of one axis, as Python's own slices give them."""
    if shrunk:
        return [begin % extent]
    return range(extent)[None if begin_masked else begin:None if end_masked else end:stride]


def strided_slice(p, t, output_shape):
    def bit(mask, axis):
        return bool(p[mask] >> axis & 1)

    axes = [sliced_axis(extent, p["begin"][a], p["end"][a], p["strides"][a], bit("begin_mask", a), bit("end_mask", a), bit("shrink_axis_mask", a))
            for a, extent in enumerate(t["input"].shape)]
    out = [at(t["input"], index) for index in product(*axes)]
    assert len(out) == count(output_shape)
    return out


ALL = (reshape, pad, transpose, concatenation, pack, split, strided_slice)
