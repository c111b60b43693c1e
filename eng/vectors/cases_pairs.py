"""Cases of ADD, SUB, MUL, MAXIMUM, MINIMUM beyond equal shapes: SUB as a whole, broadcasting, saturation, lengths, int16 and int32."""
import arithmetic as ar
import prepare
from build import ALMOST_ONE, HALF, Cases, factor, ramp, random_tensor, tensor, zero_points
from tensors import RANGE

SUFFIX = {"int8": "s8", "int16": "s16", "int32": "s32"}
SHAPES = (("scalar_second", "one element of input 2 against all of input 1", (2, 3, 5), (1,)),
          ("scalar_first", "one element of input 1 against all of input 2", (1, 1, 1), (2, 3, 5)),
          ("inner", "the fastest axis of input 2 repeats over the others", (2, 3, 7), (7,)),
          ("outer", "the slowest axis of input 2 is stretched over the fastest", (4, 5), (4, 1)),
          ("middle", "a middle axis is stretched", (2, 3, 4), (2, 1, 4)),
          ("both", "both inputs are stretched, on different axes", (3, 1, 4), (1, 5, 1)),
          ("rank_differs", "shapes are aligned at the last axis, not at the first", (3, 2, 3), (2, 3)),
          ("five_axes", "five axes, stretched in turns", (2, 1, 3, 1, 2), (1, 2, 3, 2, 1)))


def broadcast_shape(shape1, shape2):
    rank = max(len(shape1), len(shape2))
    return [max(a, b) for a, b in zip((1,) * (rank - len(shape1)) + tuple(shape1), (1,) * (rank - len(shape2)) + tuple(shape2))]


def sum_params(dtype, op, scales, zeros, act):
    low, high = RANGE[dtype]
    left_shift = 20 if dtype == "int8" else 15
    scales = [ar.float32(s) for s in scales]
    m1, s1, m2, s2, mo, so = getattr(prepare, op)({"left_shift": left_shift}, scales)
    return {"left_shift": left_shift, **zero_points(input1=zeros[0], input2=zeros[1], output=zeros[2]), **factor("input1", m1, s1), **factor("input2", m2, s2),
            **factor("output", mo, so), "activation_min": (act or (low, high))[0], "activation_max": (act or (low, high))[1], "rounding": "double",
            "input1_scale": scales[0], "input2_scale": scales[1], "output_scale": scales[2]}


def product_params(dtype, pair, zeros, act):
    low, high = RANGE[dtype]
    return {**zero_points(input1=zeros[0], input2=zeros[1], output=zeros[2]), **factor("output", *pair), "activation_min": (act or (low, high))[0],
            "activation_max": (act or (low, high))[1], "rounding": "double"}


def category_of(dtype, op, infix=""):
    return "%s%s_%s" % (op, infix, SUFFIX[dtype])


class Pairs(Cases):
    """Cases of one operation on two inputs of one type."""

    def __init__(self, dtype, op, seed, infix=""):
        super().__init__(category_of(dtype, op, infix), seed)
        self.dtype, self.op = dtype, op
        self.low, self.high = RANGE[dtype]
        self.unit = 1.0 if dtype == "int8" else 1 / 256

    def pair(self, name, purpose, params, shape1, shape2, x=None, may_wrap=False):
        rng = self.rng(name)
        tensors = {side: random_tensor(rng, self.dtype, shape, "flat") for side, shape in (("input1", shape1), ("input2", shape2))}
        if x:
            tensors = {side: tensor(self.dtype, shape, "flat", data) for side, shape, data in zip(tensors, (shape1, shape2), x)}
        self.add(name, purpose, self.op, {side: self.dtype for side in ("input1", "input2", "output")}, params, tensors, self.dtype,
                 broadcast_shape(shape1, shape2), "flat", may_wrap)

    def sum(self, name, purpose, scales, zeros=(0, 0, 0), act=None, n=60, x=None, shapes=None):
        zeros = zeros if self.dtype == "int8" else (0, 0, 0)
        n = len(x[0]) if x else n
        shape1, shape2 = shapes or ((n,), (n,))
        self.pair(name, purpose, sum_params(self.dtype, self.op, [s * self.unit for s in scales], zeros, act), shape1, shape2, x)

    def product(self, name, purpose, pair, zeros=(0, 0, 0), act=None, n=60, x=None, shapes=None, may_wrap=False):
        zeros = zeros if self.dtype == "int8" else (0, 0, 0)
        n = len(x[0]) if x else n
        shape1, shape2 = shapes or ((n,), (n,))
        self.pair(name, purpose, product_params(self.dtype, pair, zeros, act), shape1, shape2, x, may_wrap)


LENGTHS = (1, 7, 8, 9, 15, 16, 17, 31, 33)


def tail(n):
    return "%d elements: the tail after whole vectors" % n


def sums_more(dtype, op):
    """What add has already for equal shapes is made for sub here; the rest is made for both."""
    def build(seed):
        k = Pairs(dtype, op, seed, "" if op == "sub" else "_more")
        lo, hi = k.low, k.high
        if op == "sub":
            k.sum("order", "the second input is subtracted from the first", (0.5, 0.5, 1.0), x=([10, -10, 100, 0], [3, 3, -20, 1]))
            k.sum("ties", "differences exactly half way round away from zero, negative ones too", (0.5, 0.5, 1.0), x=(ramp(64, -32, 31), [0] * 32 + [2] * 32))
            k.sum("quarter_ties", "half way after dividing by four, scales that differ by two", (0.25, 0.5, 2.0), x=(ramp(128, -64, 63), ramp(128, -8, 7)))
            k.sum("second_larger", "input 2 has the larger scale", (0.013, 0.09, 0.1), (4, -9, 2))
            k.sum("tiny_second", "a second scale 500 times smaller: large right shift", (0.2, 0.0004, 0.2), (0, 100, 0))
            k.sum("zero_points_rails", "zero points at the ends: input - zero point reaches 255 and -255", (0.1, 0.07, 0.2), (-128, 127, 5), n=120)
            k.sum("zero_points_swapped", "each input has its own zero point", (0.1, 0.1, 0.1), (50, -50, 0))
            k.sum("narrow", "a narrow clamp after the output zero point", (0.1, 0.2, 0.1), (0, 0, 10), (-5, 60))
            k.sum("float_scales", "scales whose float32 quotients differ from the binary64 ones", (0.0123456, 0.0345678, 0.0456789), (1, 2, 3), n=120)
        k.sum("saturates", "both ends saturate: a small output scale", (0.9, 0.7, 0.11), (3, -3, 0))
        k.sum("tiny_first", "a first scale 500 times smaller: large right shift", (0.0004, 0.2, 0.2), (-100, 0, 0))
        k.sum("same_scales", "equal scales: both factors are exactly one half", (0.3, 0.3, 0.3), (7, 7, 7))
        k.sum("output_zero_point_low", "output zero point -128: the lower half clamps", (0.05, 0.06, 0.07), (10, 20, -128))
        k.sum("output_zero_point_high", "output zero point 127: the upper half clamps", (0.05, 0.06, 0.07), (-10, -20, 127))
        k.sum("corners", "every pair of the ends of the type", (1.0, 0.5, 2.0), x=([lo, lo, hi, hi, lo, hi], [lo, hi, lo, hi, 0, -1]))
        k.sum("relu6", "a clamp between two codes", (0.05, 0.05, 0.05), (0, 0, -20), (-20, 100))
        for n in LENGTHS:
            k.sum("length_%d" % n, tail(n), (0.06, 0.05, 0.09), (n - 9, 11 - n, 2), n=n)
        for name, purpose, *shapes in SHAPES:
            k.sum(name, purpose, (0.07, 0.05, 0.1), (3, -8, 1), shapes=shapes)
        return k
    return build


def mul_more(dtype):
    def build(seed):
        k = Pairs(dtype, "mul", seed, "_more")
        lo, hi = k.low, k.high
        typical = ar.quantize_multiplier(0.0083 * k.unit)
        k.product("corners", "every pair of the ends of the type", ar.quantize_multiplier(127 / (hi * hi) if dtype == "int8" else 0.9 / hi),
                  x=([lo, lo, hi, hi, lo, hi], [lo, hi, lo, hi, 0, -1]))
        k.product("saturates", "both ends saturate", ar.quantize_multiplier(0.11 * k.unit), (5, -5, 0))
        k.product("zero_points_swapped", "each input has its own zero point", typical, (60, -60, 0))
        k.product("output_zero_point_low", "output zero point -128: negative products clamp", typical, (10, 20, -128))
        k.product("output_zero_point_high", "output zero point 127: positive products clamp", typical, (-10, -20, 127))
        k.product("shift_31", "a right shift of 31: only the zero point is left", (ALMOST_ONE, -31), (0, 0, 17))
        k.product("shift_30", "a left shift of 30: the product wraps in int32", (HALF + 99, 30), may_wrap=True)
        k.product("shift_one", "a left shift of one", (1400000000, 1), x=(ramp(60, -6, 5), ramp(60, -5, 4)))
        k.product("multiplier_zero", "a factor of 0 gives the zero point", (0, 0), (3, 4, -9))
        for n in LENGTHS:
            k.product("length_%d" % n, tail(n), typical, (n - 9, 11 - n, 2), n=n)
        for name, purpose, *shapes in SHAPES:
            k.product(name, purpose, typical, (3, -8, 1), shapes=shapes)
        return k
    return build


def selection_more(dtype, op):
    def build(seed):
        k = Pairs(dtype, op, seed, "_more" if dtype == "int8" else "")
        lo, hi = k.low, k.high
        k.pair("signs", "values are compared as signed", {}, (8,), (8,), ([lo, -1, 0, hi, lo, hi, -1, 1], [0, 0, -1, lo, hi, hi, 1, -1]))
        for n in (1, 9, 17, 33):
            k.pair("length_%d" % n, tail(n), {}, (n,), (n,))
        for name, purpose, *shapes in SHAPES:
            k.pair(name, purpose, {}, *shapes)
        return k
    return build


ALL = (sums_more("int8", "add"), sums_more("int16", "add"), sums_more("int8", "sub"), sums_more("int16", "sub"), mul_more("int8"), mul_more("int16"),
       *(selection_more(dtype, op) for op in ("maximum", "minimum") for dtype in ("int8", "int16", "int32")))
