"""Cases of the operators that move or reduce: RESHAPE, PAD, PADV2, TRANSPOSE, CONCATENATION, PACK, SPLIT, STRIDED_SLICE, MEAN, SUM."""
import arithmetic as ar
from build import HALF, Cases, factor, ramp, tensor, zero_points
from movement import sliced_axis
from tensors import RANGE, count

SUFFIX = {"int8": "s8", "uint8": "u8", "int16": "s16", "int32": "s32", "int64": "s64"}


def values(cases, name, dtype, shape):
    """Distinct neighbours over the whole range of the type, so that a byte that is lost or swapped shows."""
    return tensor(dtype, shape, "flat", cases.rng(name).values(count(shape), *RANGE[dtype]))


def moved(cases, name, purpose, op, dtype, params, inputs, output_shape):
    cases.add(name, purpose, op, {"input": dtype, "output": dtype}, params, inputs, dtype, output_shape, "flat")


def reshape_category(dtype):
    def build(seed):
        k = Cases("reshape_" + SUFFIX[dtype], seed)
        for name, purpose, shape, out in (("flatten", "an image becomes a row", (1, 3, 4, 5), (1, 60)), ("unflatten", "a row becomes an image", (1, 60), (1, 3, 4, 5)),
                                          ("squeeze", "axes of one are dropped", (1, 7, 1, 5), (7, 5)), ("expand_dims", "an axis of one is put in", (3, 11), (3, 1, 11)),
                                          ("scalar", "one element without axes", (1,), ()), ("odd", "33 elements: the tail of a wide copy", (33,), (3, 11))):
            moved(k, name, purpose, "reshape", dtype, {}, {"input": values(k, name, dtype, shape)}, out)
        return k
    return build


def pad_category(dtype):
    def build(seed):
        k = Cases("pad_" + SUFFIX[dtype], seed)
        low, high = RANGE[dtype]
        for name, purpose, shape, pre, post, value in (
                ("asymmetric", "before and after differ on each axis", (2, 3, 4), (1, 0, 2), (0, 3, 1), high),
                ("row", "one axis", (5,), (2,), (3,), low), ("five_axes", "five axes", (1, 2, 1, 3, 2), (1, 0, 1, 0, 2), (0, 1, 0, 2, 0), -3),
                ("empty_after", "nothing after: the last element ends the tensor", (3, 3), (1, 2), (0, 0), 1),
                ("value_minus_one", "a value whose bytes are all ones", (2, 2), (1, 1), (1, 1), -1)):
            out = [d + a + b for d, a, b in zip(shape, pre, post)]
            moved(k, name, purpose, "pad", dtype, {"pre": list(pre), "post": list(post), "pad_value": value}, {"input": values(k, name, dtype, shape)}, out)
        return k
    return build


def padv2_s8(seed):
    """The same operation: what differs is that the value is no zero point."""
    k = Cases("padv2_s8", seed)
    for name, purpose, shape, pre, post, value in (
            ("lowest", "the border is the given value -128", (1, 3, 3, 2), (0, 1, 1, 0), (0, 2, 0, 0), -128),
            ("highest", "the border is the given value 127", (1, 2, 3, 3), (0, 0, 2, 1), (0, 1, 0, 2), 127),
            ("channels", "the border of the fastest axis, of length 1 and 9", (2, 3, 7), (0, 0, 1), (0, 0, 9), 64),
            ("all", "no row of the input starts a row of the output", (2, 2, 2), (1, 1, 1), (1, 1, 1), -77)):
        out = [d + a + b for d, a, b in zip(shape, pre, post)]
        moved(k, name, purpose, "pad", "int8", {"pre": list(pre), "post": list(post), "pad_value": value}, {"input": values(k, name, "int8", shape)}, out)
    return k


def transpose_s32(seed):
    k = Cases("transpose_s32", seed)
    for shape, perm in (((4, 3), (1, 0)), ((2, 3, 4), (2, 0, 1)), ((2, 3, 4, 5), (0, 3, 2, 1)), ((2, 1, 3, 2, 2), (4, 2, 0, 1, 3)), ((3, 1, 2), (0, 1, 2))):
        name = "perm_" + "".join(map(str, perm))
        moved(k, name, "all extents of the moved axes differ: strides of the wrong axis", "transpose", "int32", {"perm": list(perm)},
              {"input": values(k, name, "int32", shape)}, [shape[a] for a in perm])
    return k


def concatenation_category(dtype):
    def build(seed):
        k = Cases("concatenation_" + SUFFIX[dtype], seed)
        for name, purpose, shapes, axis in (
                ("channels", "along the fastest axis, parts of 1, 8 and 7", ((2, 3, 1), (2, 3, 8), (2, 3, 7)), 2),
                ("negative_axis", "axis -1 is the last one", ((2, 3, 4), (2, 3, 5)), -1), ("negative_rank", "axis -3 is the first one", ((1, 2, 3), (2, 2, 3)), -3),
                ("rows", "along the slowest axis: whole blocks", ((1, 3, 2), (4, 3, 2)), 0), ("middle", "along a middle axis", ((2, 1, 5), (2, 3, 5), (2, 2, 5)), 1),
                ("one", "a single part is a copy", ((3, 17),), 1), ("empty_part", "a part without elements", ((2, 3), (2, 0), (2, 2)), 1),
                ("five_axes", "five axes", ((1, 2, 2, 1, 3), (1, 2, 3, 1, 3)), 2)):
            out = list(shapes[0])
            out[axis] = sum(shape[axis] for shape in shapes)
            inputs = {"input%d" % i: values(k, name + "/%d" % i, dtype, shape) for i, shape in enumerate(shapes)}
            moved(k, name, purpose, "concatenation", dtype, {"axis": axis}, inputs, out)
        return k
    return build


def pack_category(dtype):
    def build(seed):
        k = Cases("pack_" + SUFFIX[dtype], seed)
        for name, purpose, shape, n, axis in (("first", "a new slowest axis", (3, 5), 3, 0), ("last", "a new fastest axis: elements interleave", (3, 5), 4, 2),
                                              ("middle", "a new middle axis", (2, 7), 3, 1), ("negative_axis", "axis -1 counts the new axis", (2, 3), 2, -1),
                                              ("negative_rank", "axis -3 of the output's three is the first", (2, 3), 2, -3), ("one", "a single part", (9,), 1, 0),
                                              ("scalars", "scalars become a row", (), 5, 0)):
            inputs = {"input%d" % i: values(k, name + "/%d" % i, dtype, shape) for i in range(n)}
            out = list(shape)
            out.insert(axis % (len(shape) + 1), n)
            moved(k, name, purpose, "pack", dtype, {"axis": axis}, inputs, out)
        return k
    return build


def split_category(dtype):
    def build(seed):
        k = Cases("split_" + SUFFIX[dtype], seed)
        for name, purpose, shape, axis, parts in (("channels", "along the fastest axis: parts are strided", (2, 3, 12), 2, 4), ("rows", "along the slowest axis", (6, 5), 0, 3),
                                                  ("middle", "along a middle axis", (2, 6, 3), 1, 2), ("negative_axis", "axis -1 is the last one", (3, 10), -1, 2),
                                                  ("negative_rank", "axis -2 is the first one", (4, 3), -2, 2), ("one", "one part is a copy", (2, 7), 1, 1),
                                                  ("single_elements", "parts of one element", (3, 9), 1, 9)):
            extents = list(shape)
            extents[axis] //= parts
            moved(k, name, purpose, "split", dtype, {"axis": axis, "parts": parts}, {"input": values(k, name, dtype, shape)}, [parts, *extents])
        return k
    return build


def strided_slice_category(dtype):
    def build(seed):
        k = Cases("strided_slice_" + SUFFIX[dtype], seed)

        def case(name, purpose, shape, begin, end, steps, begin_mask=0, end_mask=0, shrink=0):
            params = {"begin": list(begin), "end": list(end), "strides": list(steps), "begin_mask": begin_mask, "end_mask": end_mask, "shrink_axis_mask": shrink}
            out = [len(sliced_axis(extent, begin[a], end[a], steps[a], begin_mask >> a & 1, end_mask >> a & 1, shrink >> a & 1))
                   for a, extent in enumerate(shape) if not shrink >> a & 1]
            moved(k, name, purpose, "strided_slice", dtype, params, {"input": values(k, name, dtype, shape)}, out)

        case("plain", "begin and end inside", (4, 5, 6), (1, 0, 2), (3, 4, 6), (1, 1, 1))
        case("stride", "a stride that does not divide the range: the last element is not passed", (3, 8), (0, 1), (3, 8), (1, 3))
        case("stride_beyond", "a stride longer than the range takes one element", (2, 7), (0, 2), (2, 5), (1, 10))
        case("negative_begin", "a negative begin counts from the end", (4, 7), (-3, -5), (4, 6), (1, 1))
        case("negative_end", "a negative end counts from the end and is left out", (4, 7), (0, 1), (-1, -2), (1, 1))
        case("backward", "a negative stride goes from begin down to above end", (3, 9), (2, 7), (0, 1), (-1, -2))
        case("reverse", "both masks and stride -1: the axis is reversed, first element included", (3, 5), (0, 0), (0, 0), (1, -1), 3, 3)
        case("clamped", "begin and end beyond the axis are cut to it", (3, 5), (-9, -7), (8, 99), (1, 2))
        case("begin_mask", "the masked begin is not read", (3, 6), (2, 4), (3, 5), (1, 1), begin_mask=2)
        case("end_mask", "the masked end is not read", (3, 6), (1, 2), (2, 3), (1, 1), end_mask=1)
        case("masks_swapped", "bits are axes from the first on", (4, 5, 6), (1, 2, 3), (3, 4, 5), (1, 1, 1), begin_mask=1, end_mask=4)
        case("shrink", "one index of an axis, which is dropped", (3, 4, 5), (0, 2, 0), (3, 3, 5), (1, 1, 1), shrink=2)
        case("shrink_negative", "a negative index of a dropped axis", (3, 4), (-1, 0), (0, 4), (1, 1), shrink=1)
        case("five_axes", "five axes, each another way", (2, 3, 4, 3, 5), (1, 0, -1, 0, 4), (2, 3, 0, 3, 0), (1, 2, -2, 1, -3))
        return k
    return build


def reduction_category(op, dtype):
    wide = dtype == "int16"

    def build(seed):
        k = Cases(op + "_" + SUFFIX[dtype], seed)
        low, high = RANGE[dtype]

        def case(name, purpose, shape, axes, real=None, zp_in=0, zp_out=0, pair=None, x=None, keep=False):
            zp_in, zp_out = (0, 0) if wide else (zp_in, zp_out)
            n = 1
            for axis in {a % len(shape) for a in axes}:
                n *= shape[axis]
            spread = 1.0 if op == "mean" else 1.6 / n ** 0.5
            multiplier, shift = pair or ar.quantize_multiplier(real or spread)
            out = [1 if a in {b % len(shape) for b in axes} else d for a, d in enumerate(shape) if keep or a not in {b % len(shape) for b in axes}]
            params = {"axes": list(axes), **zero_points(input=zp_in, output=zp_out), **factor("output", multiplier, shift)}
            data = x or k.rng(name).values(count(shape), low, high)
            moved(k, name, purpose, op, dtype, params, {"input": tensor(dtype, shape, "flat", data)}, out)

        case("image", "height and width of an image, one result per channel", (1, 5, 4, 3), (1, 2), 1.3, -20, 11)
        case("image_keep", "the same, kept as axes of one", (2, 3, 3, 2), (1, 2), 0.9, 5, -3, keep=True)
        case("channels", "the fastest axis", (3, 4, 17), (2,), zp_in=9, zp_out=-8)
        case("batch", "the slowest axis: elements far apart", (5, 3, 4), (0,), zp_in=-6, zp_out=7)
        case("outer_and_inner", "two axes with a kept one between", (3, 4, 5), (0, 2), zp_in=40, zp_out=-30)
        case("negative_axes", "axes -1 and -3 count from the end", (2, 3, 4, 5), (-1, -3), zp_in=3)
        case("axes_twice", "an axis given twice, once from each end, counts once", (2, 3, 4), (1, -2), zp_in=-3, zp_out=4)
        case("all_axes", "everything: one result", (2, 3, 5), (0, 1, 2), zp_in=-128, zp_out=-128)
        case("one_element", "an axis of one: only a rescale", (4, 1, 5), (1,), 0.71, 8, -9)
        case("zero_point_low", "input zero point -128: n times the zero point leaves int16", (1, 16, 17, 2), (1, 2), 0.8 if op == "mean" else None, -128, -50)
        case("zero_point_high", "input zero point 127", (1, 9, 7, 2), (1, 2), 0.8 if op == "mean" else None, 127, 60)
        case("largest_sum", "a sum kept in 16 bits overflows: 300 cells at the top of the type", (300, 2), (0,), 1.0 if op == "mean" else 1 / 300, 0, 0,
             x=[high, low] * 300)
        case("saturates", "both ends saturate", (7, 6), (1,), 4.0, 10, -5)
        for n in (2, 3, 7, 8, 9, 15, 16, 17, 31, 33):
            case("length_%d" % n, "%d elements: %s" % (n, "the division is exact in the multiplier" if n & n - 1 == 0 else "the multiplier over n is cut, not rounded"),
                 (6, n), (1,), 1.0 if op == "mean" else None, 2, -1)
        pairs = [v for a in range(-24, 24) for v in (a, a + 1)]
        case("ties", "halves round away from zero, of both signs", (48, 2), (1,), 1.0 if op == "mean" else 0.5, x=pairs)
        case("quarter_ties", "quarters: both roundings meet", (24, 4), (1,), 1.0 if op == "mean" else 0.25, x=[v for a in range(-12, 12) for v in (a, a, a, a + 2)])
        if op == "mean":
            case("shift_limit", "the shift for n stops where the final shift is -31", (3, 40), (1,), pair=(1932735283, -28))
            case("left_shift", "a factor above one", (5, 6), (1,), 2.6, 4, -4)
            case("factor_small", "a factor so small that only the zero point is left", (4, 6), (1,), pair=(HALF, -31), zp_out=33)
        else:
            case("left_shift", "a factor above one", (5, 6), (1,), pair=(1518500250, 1), x=ramp(30, -4, 4))
            case("shift_31", "a right shift of 31: only the zero point is left", (4, 6), (1,), pair=(HALF, -31), zp_out=-44)
        return k
    return build


def each(make, *dtypes):
    return tuple(make(dtype) for dtype in dtypes)


ALL = (*each(reshape_category, "int8", "int16", "int32", "int64"), *each(pad_category, "int16", "int32"), padv2_s8, transpose_s32,
       *each(concatenation_category, "int8", "int16", "int32"), *each(pack_category, "int8", "int32"), *each(split_category, "int8", "int16"),
       *each(strided_slice_category, "int8", "int16", "int32"), reduction_category("mean", "int8"), reduction_category("mean", "int16"),
       reduction_category("sum", "int8"))
