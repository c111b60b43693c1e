"""Cases of everything else without a state: fixed point, pooling, elementwise, softmax, data movement, matmul."""
from decimal import Decimal, localcontext
import math
import struct

import arithmetic as ar
from build import ALMOST_ONE, HALF, Cases, chosen_requant, geometry, ramp, random_tensor, spread, tensor
from tensors import RANGE, count


# fixed point --------------------------------------------------------------------------------------------------------
def fixed_point(seed):
    k = Cases("fixed_point", seed)

    def mbqm(name, purpose, triples, wide=False, may_wrap=False):
        x, multiplier, shift = zip(*triples)
        dtype, n = "int64" if wide else "int32", [len(triples)]
        tensors = {"x": tensor(dtype, n, "flat", x), "multiplier": tensor("int32", n, "flat", multiplier), "shift": tensor("int32", n, "flat", shift)}
        k.add(name, purpose, "mbqm_" + dtype, {"x": dtype, "output": "int32"}, {"rounding": "int64_reduced" if wide else "double"}, tensors,
              "int32", n, "flat", may_wrap)

    def bits(scales):
        return tensor("int64", [len(scales)], "flat", struct.unpack("<%dq" % len(scales), struct.pack("<%dd" % len(scales), *scales)))

    signs = (1, -1)
    mbqm("mbqm_int32_ties_rdbp", "ties of RDBP away from zero, and one step to each side, for every right shift",
         [(2 * s * ((2 * j + 1) << (e - 1)) + 2 * d, HALF, -e) for e in range(1, 28) for s in signs for j in (0, 1) for d in (-1, 0, 1)])
    mbqm("mbqm_int32_ties_srdhm", "ties of SRDHM towards +infinity: odd values of both signs times one half", [(x, HALF, 0) for x in range(-101, 102)])
    rng = k.rng("two_roundings")
    mbqm("mbqm_int32_two_roundings", "one rounding of the whole product instead of two",
         [(rng.integer(-5000, 5000), rng.integer(HALF, ALMOST_ONE), rng.integer(-4, -1)) for _ in range(300)])
    edges = (ar.INT32_MIN, ar.INT32_MIN + 1, -1, 0, 1, ar.INT32_MAX - 1, ar.INT32_MAX)
    mbqm("mbqm_int32_rails", "the ends of int32 through every right shift, 31 included",
         [(x, m, -e) for x in edges for m in (HALF, 1610612736, ALMOST_ONE) for e in (0, 1, 2, 15, 30, 31)])
    rng = k.rng("left")
    mbqm("mbqm_int32_left", "the left shift comes before the multiply, so its low bits count",
         [(rng.integer(-(1 << 30 - s), (1 << 30 - s)), rng.integer(HALF, ALMOST_ONE), s) for s in range(1, 30) for _ in range(6)])
    rng = k.rng("left_wraps")
    mbqm("mbqm_int32_left_wraps", "the left shift wraps in int32: neither saturation nor a 64-bit shift",
         [(rng.integer(*RANGE["int32"]), rng.integer(HALF, ALMOST_ONE), rng.integer(1, 12)) for _ in range(150)], may_wrap=True)
    mbqm("mbqm_int32_zero_multiplier", "multiplier 0 gives 0 with any shift", [(x, 0, s) for x in edges for s in (0, -5, -31)])
    mbqm("mbqm_int64_ties", "ties of the 64-bit form go towards +infinity for both signs",
         [(s * (2 * j + 1) << e, HALF, -e - d) for e in range(0, 20) for s in signs for j in range(3) for d in (0, 1)], wide=True)
    limits = (0x7FFEFFFF, 0x7FFF0000, 0x7FFF7FFF, 0x7FFF8000, 0x7FFFFFFF, 0x40000000, 0x40007FFF, 0x40008000, 0x5A5A7FFF, 0x5A5A8000)
    mbqm("mbqm_int64_reduction", "the multiplier is rounded to 15 bits, half up, and limited to 0x7FFF from 0x7FFF0000 on",
         [(x, m, s) for x in (1 << 30, -(1 << 30), 123456789, -987654321) for m in limits for s in (0, -3, -15)], wide=True)
    big = ((1 << 47) - 1, -(1 << 47), (1 << 46) + 12345, -(1 << 46) - 54321, (1 << 40) + 1, -(1 << 40) - 1)
    mbqm("mbqm_int64_large", "48-bit accumulators: the product needs 63 bits",
         [(x, m, s) for x in big for m in (HALF, 1700000001, ALMOST_ONE) for s in range(-31, -16)], wide=True)
    rng = k.rng("int64_left")
    mbqm("mbqm_int64_left", "positive shifts up to 7", [(rng.integer(-(1 << 22), 1 << 22), rng.integer(HALF, ALMOST_ONE), s) for s in range(0, 8)
                                                       for _ in range(20)], wide=True)

    rng = k.rng("quantize_multiplier")
    scales = [0.0] + [2.0 ** e for e in (-34, -33, -32, -31, -1, 0, 1, 10, 29)]
    scales += [math.ldexp(2 * q + 1, -32) for q in (HALF, HALF + 1, ALMOST_ONE - 1)]                       # f * 2^31 ends in .5
    scales += [math.ldexp(2 * q + 1, -32 + e) for q in (HALF + 6, HALF + 7) for e in (-9, 9)]
    scales += [math.ldexp(1 - 2.0 ** -b, e) for b in (31, 32, 33, 34, 53) for e in (-32, -31, 0, 5)]       # up to 2^31, and not quite
    scales += [math.ldexp(rng.integer(1 << 52, (1 << 53) - 1), rng.integer(-85, -45)) for _ in range(200)]
    k.add("quantize_multiplier", "f * 2^31 exactly half way, rounding up to 2^31, and the flush to 0 below 2^-32", "quantize_multiplier",
          {"scale": "float64 bits"}, {}, {"scale_bits": bits(scales)}, "int32", [2 * len(scales)], "flat")
    for name, beta, purpose in (("softmax_prep", 1.0, "diff_min for every left shift, and the cap at 2^31 - 1 for large scales"),
                                ("softmax_prep_beta", 0.8125, "beta multiplies the scale")):
        rng = k.rng(name)
        scales = [2.0 ** e for e in range(-24, 7)] + [31.999, 32.0, 40.0, 1000.0] + [rng.integer(1, 1 << 20) / (1 << 18) for _ in range(40)]
        k.add(name, purpose, "softmax_prep", {"scale": "float64 bits"}, {"beta": beta, "integer_bits": 5}, {"scale_bits": bits(scales)}, "int32",
              [3 * len(scales)], "flat")
    return k


# pooling ------------------------------------------------------------------------------------------------------------
def pool_case(cases, op, dtype, name, purpose, hw, channels, window, padding="SAME", stride=(1, 1), batch=1, act=None, x=None, low=None, high=None):
    lo, hi = RANGE[dtype]
    act = act or (lo, hi)
    (out_h, out_w), pads = geometry(hw, window, stride, (1, 1), padding)
    shape = (batch, *hw, channels)
    data = x or cases.rng(name).values(count(shape), lo if low is None else low, hi if high is None else high)
    params = {"filter": list(window), "stride": list(stride), "padding": pads, "activation_min": act[0], "activation_max": act[1]}
    cases.add(name, purpose, op, {"input": dtype, "output": dtype}, params, {"input": tensor(dtype, shape, "NHWC", data)}, dtype,
              (batch, out_h, out_w, channels), "NHWC")


def pool_category(category, op, dtype, only=None):
    lo, hi = RANGE[dtype]

    def build(seed):
        k = Cases(category, seed, only)

        def case(name, purpose, *a, **c):
            pool_case(k, op, dtype, name, purpose, *a, **c)

        case("same_padding", "padded cells count neither in the sum nor in the divisor", (5, 5), 3, (3, 3))
        case("all_negative", "padding must not act as 0 (nor as -128): every value is negative", (4, 4), 3, (3, 3), low=lo, high=-1)
        case("all_positive", "padding must not act as 0: every value is positive", (4, 4), 2, (3, 3), low=hi // 2, high=hi)
        case("even_window", "the odd padding cell goes to the bottom and right", (5, 6), 2, (2, 4))
        case("stride_asymmetric", "height and width strides swapped", (8, 7), 3, (3, 2), stride=(3, 1), batch=2)
        case("valid_remainder", "VALID drops incomplete windows", (7, 8), 2, (3, 3), "VALID", (2, 2))
        case("global", "one window over the whole image, 19 channels", (4, 5), 19, (4, 5), "VALID")
        case("narrow_clamp", "clamp inside the type", (4, 4), 3, (2, 2), "VALID", (2, 2), act=(lo // 8, hi // 6))
        case("explicit_padding", "explicit padding larger at the top and left", (4, 4), 2, (3, 3), (2, 1, 0, 0), (2, 2))
        if op == "average_pool2d":
            pairs = [v for a in range(-10, 10) for v in (a, a + 1, a, a + 2)]
            case("ties", "halves round away from zero, also for negative sums (not towards +infinity)", (40, 2), 1, (1, 2), "VALID", (1, 2), x=pairs)
            case("divide_by_odd", "n/2 is an integer division: 3 cells", (1, 90), 1, (1, 3), "VALID", (1, 3), low=-7, high=7)
            case("long_sum", "a sum kept in 16 bits overflows: 289 cells at the ends of int8", (17, 17), 2, (17, 17), "VALID", x=[lo, hi - 1] * 289)
        else:
            case("lowest", "an image full of the smallest value", (3, 3), 2, (2, 2), x=[lo] * 18)
        return k
    return build


# add, mul -----------------------------------------------------------------------------------------------------------
def pairs_of(rng, dtype, n):
    if n == "all":
        steps = [-128 + 5 * i for i in range(52)]
        return [a for a in steps for _ in steps], steps * len(steps)
    return rng.values(n, *RANGE[dtype]), rng.values(n, *RANGE[dtype])


def add_category(dtype, left_shift):
    lo, hi = RANGE[dtype]
    unit = 1.0 if dtype == "int8" else 1 / 256

    def build(seed):
        k = Cases("add_s8" if dtype == "int8" else "add_s16", seed)

        def case(name, purpose, scales, zero_points=(0, 0, 0), n=150, act=(lo, hi), x=None):
            scale1, scale2, scale_out = (s * unit for s in scales)
            twice = 2 * max(scale1, scale2)
            params = {"left_shift": left_shift}
            for side, scale, zero in (("input1", scale1, zero_points[0]), ("input2", scale2, zero_points[1])):
                m, s = ar.quantize_multiplier(scale / twice)
                params.update({side + "_offset": -zero, side + "_zero_point": zero, side + "_multiplier": m, side + "_shift": s})
            m, s = ar.quantize_multiplier(twice / ((1 << left_shift) * scale_out))
            params.update({"output_offset": zero_points[2], "output_zero_point": zero_points[2], "output_multiplier": m, "output_shift": s,
                           "activation_min": act[0], "activation_max": act[1], "rounding": "double",
                           "input1_scale": scale1, "input2_scale": scale2, "output_scale": scale_out})
            a, b = x or pairs_of(k.rng(name), dtype, n)
            tensors = {name: tensor(dtype, [len(v)], "flat", v) for name, v in (("input1", a), ("input2", b))}
            k.add(name, purpose, "add", {"input1": dtype, "input2": dtype, "output": dtype}, params, tensors, dtype, [len(a)], "flat")

        case("ties", "sums exactly half way round away from zero, negative ones too", (0.5, 0.5, 1.0), x=(ramp(64, -32, 31), [0] * 32 + [2] * 32))
        case("quarter_ties", "half way after dividing by four, scales that differ by two", (0.25, 0.5, 2.0), x=(ramp(128, -64, 63), ramp(128, -8, 7)))
        case("second_larger", "input 2 has the larger scale", (0.013, 0.09, 0.1))
        case("tiny_second", "a second scale 500 times smaller: large right shift", (0.2, 0.0004, 0.2))
        if dtype == "int8":
            case("grid", "a grid over all pairs", (0.05, 0.08, 0.1), (-3, 7, 11), n="all")
            case("zero_points_rails", "zero points at the ends: input - zero point reaches 255 and -255", (0.1, 0.07, 0.2), (-128, 127, 5), n=300)
            case("relu", "clamp at the output zero point", (0.1, 0.1, 0.1), (3, -4, -20), act=(-20, 127))
            case("narrow", "a narrow clamp", (0.1, 0.2, 0.1), (0, 0, 10), act=(-5, 60))
        else:
            case("rails", "the ends of int16 on both sides", (1.0, 1.0, 2.0), x=([lo, lo, hi, hi, lo, 0, -1], [lo, hi, lo, hi, 0, hi, lo]))
            case("narrow", "a narrow clamp", (0.9, 0.4, 1.0), act=(-1000, 12000))
        return k
    return build


def mul_category(dtype):
    lo, hi = RANGE[dtype]

    def build(seed):
        k = Cases("mul_s8" if dtype == "int8" else "mul_s16", seed)

        def case(name, purpose, real, zero_points=(0, 0, 0), n=150, act=(lo, hi), x=None):
            m, s = ar.quantize_multiplier(real)
            params = {"input1_offset": -zero_points[0], "input1_zero_point": zero_points[0], "input2_offset": -zero_points[1],
                      "input2_zero_point": zero_points[1], "output_offset": zero_points[2], "output_zero_point": zero_points[2],
                      "output_multiplier": m, "output_shift": s, "activation_min": act[0], "activation_max": act[1], "rounding": "double"}
            a, b = x or pairs_of(k.rng(name), dtype, n)
            tensors = {name: tensor(dtype, [len(v)], "flat", v) for name, v in (("input1", a), ("input2", b))}
            k.add(name, purpose, "mul", {"input1": dtype, "input2": dtype, "output": dtype}, params, tensors, dtype, [len(a)], "flat")

        unit = 1.0 if dtype == "int8" else 1 / 256
        small = (ramp(200, -10, 9), [-7, -3, -1, 1, 2, 6, 5, -6] * 25)
        case("ties", "products exactly half way round away from zero", 0.25, x=small)
        case("eighth_ties", "half way after dividing by eight", 0.125, x=small)
        case("two_roundings", "one rounding instead of two", 0.3337, x=small)
        case("typical", "seeded values, no zero points", 0.0071 * unit, n=200)
        case("real_above_one", "a real multiplier above one: left shift", 2.75, x=small)
        case("narrow", "a narrow clamp", 0.005 * unit, act=(lo // 3, hi // 5))
        if dtype == "int8":
            case("grid", "a grid over all pairs", 0.0083, (9, -21, -6), n="all")
            case("zero_points_rails", "zero points at the ends: products reach -65025", 0.0015, (-128, 127, 100), n=300)
            case("relu", "clamp at the output zero point", 0.01, (5, -5, -30), act=(-30, 127))
        else:
            case("rails", "-32768 times -32768 is 2^30", 2.0 ** -15, x=([lo, lo, hi, hi, -1, lo], [lo, hi, lo, hi, lo, 1]))
        return k
    return build


# softmax ------------------------------------------------------------------------------------------------------------
def softmax_case(cases, output_dtype, name, purpose, shape, scale, x=None, beta=1.0, dtype="int8"):
    m, s, diff_min = ar.softmax_prepare(beta, scale)
    x = x or cases.rng(name).values(count(shape), *RANGE[dtype])
    params = {"input_multiplier": m, "input_left_shift": s, "diff_min": diff_min, "input_scale": scale, "beta": beta}
    cases.add(name, purpose, "softmax", {"input": dtype, "output": output_dtype}, params, {"input": tensor(dtype, shape, "rows", x)}, output_dtype, shape,
              "rows")


def softmax_from_int8(category, output_dtype, only=None):
    def build(seed):
        k = Cases(category, seed, only)

        def case(name, purpose, *a, **c):
            softmax_case(k, output_dtype, name, purpose, *a, **c)

        case("one_column", "a single column is always the maximum", (3, 1), 0.1)
        case("all_equal", "every element equal: exp is exactly one", (1, 7), 0.1, [33] * 7)
        case("two_columns", "every difference from 0 to -255 at a small scale", (256, 2), 0.02, [v for d in range(256) for v in (127, 127 - d)])
        case("diff_min", "the cut-off is inclusive: differences around diff_min", (1, 64), 0.5, [127 - i for i in range(64)])
        case("large_scale", "a scale where the next element is already beyond the cut-off", (2, 6), 40.0, [5, 4, 5, -128, 127, 5, 0, 0, 0, 0, 0, 1])
        case("barrel_bits", "differences that are powers of two and their sums: one factor per bit of the exponent", (1, 32), 0.25,
             [100 - v for v in range(0, 128, 4)])
        case("rows", "each row has its own maximum and sum", (5, 9), 0.08)
        case("many_columns", "a sum of 256 terms", (1, 256), 0.05)
        case("beta", "beta is part of the multiplier", (2, 11), 0.15, beta=0.625)
        case("typical", "12 classes", (6, 12), 0.12)
        return k
    return build


def exact_table(function):
    """Rounded samples of an exact function of a Decimal; no libm, so the bytes do not depend on the machine."""
    with localcontext() as context:
        context.prec = 40
        return [int(function(Decimal(i)).to_integral_value("ROUND_HALF_UP")) for i in range(513)]


def softmax_s16(seed):
    k = Cases("softmax_s16", seed)
    exp_lut = [min(v, 32767) for v in exact_table(lambda i: ((i - 512) * 10 / 512).exp() * 32768)]
    one_by_one_lut = [min(v, 32767) for v in exact_table(lambda i: 32768 / (1 + i / 512))]

    def case(name, purpose, shape, scale, x=None):
        m, s = ar.quantize_multiplier(scale / (10.0 / 65535.0))
        x = x or k.rng(name).values(count(shape), *RANGE["int16"])
        tensors = {"input": tensor("int16", shape, "rows", x), "exp_lut": tensor("int16", [513], "flat", exp_lut),
                   "one_by_one_lut": tensor("int16", [513], "flat", one_by_one_lut)}
        k.add(name, purpose, "softmax", {"input": "int16", "output": "int16"},
              {"input_multiplier": m, "input_left_shift": s, "input_scale": scale, "beta": 1.0}, tensors, "int16", shape, "rows")

    rng = k.rng("near")
    case("one_column", "a single column is the last table cell", (2, 1), 1 / 4096)
    case("all_equal", "equal elements", (1, 5), 1 / 4096, [-700] * 5)
    case("interpolation", "every offset between two table entries", (128, 2), 10.0 / 65535.0, [v for d in range(128) for v in (32767, 32767 - 509 * d)])
    case("near_maximum", "values within the table's range: negative shift", (4, 10), 1 / 65536, [rng.integer(-8000, 8000) for _ in range(40)])
    case("typical", "positive shift", (4, 12), 1 / 2048)
    case("saturates", "differences far below -10 saturate at the first table entry", (2, 9), 1 / 256)
    case("many_columns", "a sum of 300 terms", (1, 300), 1 / 32768)
    case("maximum_below_zero", "the maximum is searched from the row itself, not from 0", (2, 5), 1 / 1024, [-17000, -16500, -20000, -16400, -32768, -30000, -29000, -29500,
                                                                                                         -32768, -29001])
    return k


# maximum, minimum, pad, transpose -----------------------------------------------------------------------------------
def broadcast_category(op, only=None):
    shapes = (("same", "equal shapes", (2, 3, 4, 5), (2, 3, 4, 5)), ("scalar", "one element against all", (2, 3, 2, 5), (1, 1, 1, 1)),
              ("channel", "the last axis of input 2 repeats over the others", (2, 2, 3, 7), (1, 1, 1, 7)),
              ("width", "an inner axis of input 1 is stretched", (2, 3, 1, 4), (2, 3, 5, 4)),
              ("both", "both inputs stretch, on different axes", (3, 1, 4, 1), (1, 5, 1, 3)), ("batch", "the first axis is stretched", (1, 3, 3, 2), (4, 3, 3, 2)))

    def build(seed):
        k = Cases(op + "_s8", seed, only)
        for name, purpose, shape1, shape2 in shapes:
            rng = k.rng(name)
            tensors = {"input1": random_tensor(rng, "int8", shape1, "flat"), "input2": random_tensor(rng, "int8", shape2, "flat")}
            k.add(name, purpose, op, {"input1": "int8", "input2": "int8", "output": "int8"}, {}, tensors, "int8",
                  [max(a, b) for a, b in zip(shape1, shape2)], "flat")
        return k
    return build


def pad_s8(seed):
    k = Cases("pad_s8", seed)
    for name, purpose, shape, pre, post, value in (
            ("none", "no padding is a copy", (1, 3, 4, 2), (0, 0, 0, 0), (0, 0, 0, 0), 7),
            ("all_axes", "every axis padded, before and after differ", (2, 3, 2, 3), (1, 0, 2, 1), (0, 2, 1, 3), -5),
            ("before_only", "padding only before", (1, 3, 3, 2), (0, 1, 2, 0), (0, 0, 0, 0), -128),
            ("after_only", "padding only after", (1, 3, 3, 2), (0, 0, 0, 0), (0, 2, 1, 0), 127),
            ("channels", "padding of the last axis", (1, 2, 3, 5), (0, 0, 0, 2), (0, 0, 0, 1), 0),
            ("batch", "padding of the first axis", (2, 2, 2, 2), (1, 0, 0, 0), (2, 0, 0, 0), 33)):
        out = [d + a + b for d, a, b in zip(shape, pre, post)]
        k.add(name, purpose, "pad", {"input": "int8", "output": "int8"}, {"pre": list(pre), "post": list(post), "pad_value": value},
              {"input": random_tensor(k.rng(name), "int8", shape, "flat")}, "int8", out, "flat")
    return k


def transpose_category(dtype, perms):
    def build(seed):
        k = Cases("transpose_s8" if dtype == "int8" else "transpose_s16", seed)
        for shape, perm in perms:
            name = "perm_" + "".join(map(str, perm))
            inverse = sorted(range(len(perm)), key=lambda a: perm[a])
            purpose = "the permutation applied backwards" if inverse != list(perm) else "all sizes differ: strides of the wrong axis"
            k.add(name, purpose, "transpose", {"input": dtype, "output": dtype}, {"perm": list(perm)},
                  {"input": random_tensor(k.rng(name), dtype, shape, "flat")}, dtype, [shape[a] for a in perm], "flat")
        return k
    return build


# batch_matmul -------------------------------------------------------------------------------------------------------
def batch_matmul_case(cases, dtype, name, purpose, lhs_batch, rhs_batch, rows, depth, columns, adj_x=False, adj_y=False, zero_points=(0, 0, 0),
                      act=None, x=None, gain=1.0, pair=None):
    wide = dtype == "int16"
    act = act or RANGE[dtype]
    rng = cases.rng(name)
    types = {"lhs": dtype, "rhs": dtype, "output": dtype}
    sigma = spread({"input": dtype, "weights": dtype}, depth, zero_points[0], zero_points[1]) / gain
    requant = chosen_requant(rng, {"output": dtype, "bias": "int64" if wide else "int32"}, 1, "per_tensor", sigma)
    if pair:
        requant["multiplier"], requant["shift"] = [pair[0]], [pair[1]]
    params = {"adj_x": adj_x, "adj_y": adj_y, "lhs_offset": -zero_points[0], "lhs_zero_point": zero_points[0],
              "rhs_offset": -zero_points[1], "rhs_zero_point": zero_points[1], "output_offset": zero_points[2],
              "output_zero_point": zero_points[2], "activation_min": act[0], "activation_max": act[1], "requant": requant}
    lhs = random_tensor(rng, dtype, (*lhs_batch, depth, rows) if adj_x else (*lhs_batch, rows, depth), "flat")
    rhs = random_tensor(rng, dtype, (*rhs_batch, columns, depth) if adj_y else (*rhs_batch, depth, columns), "flat")
    if x:
        lhs, rhs = (m._replace(data=[v[i % len(v)] for i in range(len(m.data))]) for m, v in zip((lhs, rhs), x))
    cases.add(name, purpose, "batch_matmul", types, params, {"lhs": lhs, "rhs": rhs}, dtype,
              (*(max(a, b) for a, b in zip(lhs_batch, rhs_batch)), rows, columns), "flat")


def batch_matmul_category(dtype):
    wide = dtype == "int16"

    def build(seed):
        k = Cases("batch_matmul_s16" if wide else "batch_matmul_s8", seed)

        def case(name, purpose, *a, **c):
            batch_matmul_case(k, dtype, name, purpose, *a, **c)

        def zero(*z):
            return (0, 0, 0) if wide else z

        case("plain", "rows, depth and columns all differ", (1, 1), (1, 1), 3, 5, 4, zero_points=zero(-7, 4, 9))
        case("adj_x", "lhs stored transposed", (1, 2), (1, 2), 4, 3, 5, adj_x=True, zero_points=zero(11, -20, 0))
        case("adj_y", "rhs stored transposed", (2, 1), (2, 1), 2, 7, 3, adj_y=True, zero_points=zero(-1, 90, -3))
        case("adj_both", "both stored transposed", (1, 2), (1, 2), 3, 6, 2, True, True, zero_points=zero(60, -60, 5))
        case("broadcast", "lhs repeats over the second axis, rhs over the first", (3, 1), (1, 2), 2, 4, 3, zero_points=zero(-128, 127, 0))
        case("broadcast_lhs", "one lhs for all batches, transposed rhs", (1, 1), (2, 2), 3, 17, 2, adj_y=True, zero_points=zero(3, 3, 3))
        if wide:
            case("beyond_int32", "sums beyond int32", (1, 1), (1, 1), 2, 40, 2, x=([-32768], [-32768]), gain=0.12)
            case("ties", "ties of the 64-bit form go towards +infinity", (1, 1), (1, 1), 16, 1, 6, x=(ramp(16, -8, 7), [1, -1, 3, -3, 2, 5]), pair=(HALF, 0))
        else:
            case("ties_away", "ties of RDBP away from zero", (1, 1), (1, 1), 32, 1, 4, x=(ramp(32, -16, 15), [2, -4, 1, 6]), pair=(HALF, -2))
            case("narrow", "a narrow clamp, square matrices", (1, 1), (1, 1), 5, 5, 5, zero_points=(0, 0, -10), act=(-60, 70))
            case("vector", "one row and one column", (2, 2), (2, 2), 1, 33, 1, zero_points=(-128, -128, -128), gain=0.4)
        return k
    return build


FIXED_POINT = (fixed_point,)
ALL = (
    pool_category("avgpool_s8", "average_pool2d", "int8"),
    pool_category("avgpool_s16", "average_pool2d", "int16", ("same_padding", "all_negative", "even_window", "narrow_clamp", "ties", "divide_by_odd")),
    pool_category("maxpool_s8", "max_pool2d", "int8"),
    pool_category("maxpool_s16", "max_pool2d", "int16", ("same_padding", "all_negative", "even_window", "narrow_clamp", "stride_asymmetric")),
    add_category("int8", 20), add_category("int16", 15), mul_category("int8"), mul_category("int16"),
    softmax_from_int8("softmax_s8", "int8"),
    softmax_from_int8("softmax_s8_s16", "int16", ("all_equal", "two_columns", "diff_min", "large_scale", "barrel_bits", "many_columns", "rows")), softmax_s16,
    broadcast_category("maximum"), broadcast_category("minimum", ("same", "channel", "both")), pad_s8,
    transpose_category("int8", (((3, 5), (1, 0)), ((2, 3, 4), (1, 2, 0)), ((2, 3, 4), (2, 0, 1)), ((2, 3, 4, 5), (0, 3, 1, 2)), ((2, 3, 4, 5), (0, 2, 3, 1)),
                                ((2, 3, 4, 5), (3, 0, 2, 1)), ((2, 3, 4, 5), (0, 2, 1, 3)))),
    transpose_category("int16", (((4, 3), (1, 0)), ((3, 2, 5), (1, 2, 0)), ((2, 3, 4, 5), (3, 0, 1, 2)))),
    batch_matmul_category("int8"), batch_matmul_category("int16"))
