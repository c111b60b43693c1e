"""Cases of the operators on one tensor's elements: RELU, RELU6, LEAKY_RELU, LOGISTIC, TANH, HARD_SWISH, QUANTIZE, DEQUANTIZE."""
import arithmetic as ar
import prepare
from build import ALMOST_ONE, BYTES, HALF, Cases, bits, factor, ramp, tensor, zero_points
from tensors import RANGE


def unary(cases, name, purpose, op, params, x, dtype="int8", output_dtype=None, may_wrap=False):
    """A case of one flat input and one output of the same shape."""
    output_dtype = output_dtype or dtype
    cases.add(name, purpose, op, {"input": dtype, "output": output_dtype}, params, {"input": tensor(dtype, [len(x)], "flat", x)}, output_dtype,
              [len(x)], "flat", may_wrap)


def relu_s8(seed):
    k = Cases("relu_s8", seed)

    def case(name, purpose, pair, zp_in=0, zp_out=0, x=BYTES, act=None, may_wrap=False):
        params = {**zero_points(input=zp_in, output=zp_out), **factor("output", *pair), "activation_min": (act or (zp_out, 127))[0],
                  "activation_max": (act or (zp_out, 127))[1]}
        unary(k, name, purpose, "relu", params, x, may_wrap=may_wrap)

    case("identity", "a factor of one is exact, and zero is the output's zero point", (HALF, 1), -3, -3)
    case("ties_away", "halves round away from zero", (HALF, 0), act=(-128, 127))
    case("quarter_ties", "a quarter: both roundings meet in one code", (HALF, -1), act=(-128, 127))
    case("two_roundings", "one rounding instead of two", (1431655765, -1), 5, -11)
    case("zero_points_differ", "input and output zero points are not one", (1503238553, 0), -60, 17)
    case("zero_point_low", "input zero point -128: every code is positive, the top saturates", (1288490189, 0), -128, -128)
    case("zero_point_high", "input zero point 127: nothing is positive", (1288490189, 0), 127, -40)
    case("saturates", "a factor above one reaches 127 before the clamp of the type", (1610612736, 2), 3, -128)
    case("shift_large", "a right shift of 31 leaves the zero point alone", (ALMOST_ONE, -31), 9, 22)
    case("left_shift_wraps", "a left shift of 30 wraps in int32", (HALF, 30), 1, 0, act=(-128, 127), may_wrap=True)
    return k


def relu6_s8(seed):
    k = Cases("relu6_s8", seed)
    for name, purpose, act in (("inside", "both ends of the clamp lie inside int8", (-40, 80)), ("from_rail", "0 is the code -128", (-128, -5)),
                               ("to_rail", "6 lies beyond 127", (100, 127)), ("one_code", "6 is hardly more than 0", (13, 14))):
        unary(k, name, purpose + "; codes in between are not rescaled", "relu6", {"activation_min": act[0], "activation_max": act[1]}, BYTES)
    return k


def leaky_relu_category(dtype):
    def build(seed):
        k = Cases("leaky_relu_" + ("s8" if dtype == "int8" else "s16"), seed)
        low, high = RANGE[dtype]
        everything = BYTES if dtype == "int8" else ramp(64, -32, 31) + [low, low + 1, -12345, -256, 255, 20000, high - 1, high]

        def case(name, purpose, identity, alpha, zp_in=0, zp_out=0):
            zp_in, zp_out = (zp_in, zp_out) if dtype == "int8" else (0, 0)
            unary(k, name, purpose, "leaky_relu", {**zero_points(input=zp_in, output=zp_out), **factor("identity", *identity), **factor("alpha", *alpha)},
                  everything, dtype)

        case("typical", "alpha only below zero, the identity from zero up", (1518500250, 0), (1932735283, -3), -12, 7)
        case("ties_away", "halves of negative values round away from zero", (HALF, 1), (HALF, 0), 2, -1)
        case("ties_identity", "halves of positive values round up", (HALF, 0), (HALF, -1))
        case("two_roundings", "one rounding instead of two, on both sides", (1431655765, 0), (1431655765, -1), 40, -30)
        case("alpha_negative", "a negative alpha: values below zero come out above it", (HALF, 1), (-1932735283, -1), 10, -20)
        case("alpha_negative_ties", "ties of a negative alpha", (HALF, 1), (-HALF, 0))
        case("alpha_zero", "alpha 0 is RELU", (HALF, 1), (0, 0), -7, 5)
        case("alpha_above_one", "alpha above one saturates at the lowest code", (HALF, 0), (1610612736, 2), 20, 50)
        case("saturates", "the identity saturates at the highest code", (1610612736, 2), (HALF, -3), -50, 3)
        case("zero_point_low", "zero point -128: alpha is never used", (1288490189, 0), (HALF, 2), -128, -128)
        case("zero_point_high", "zero point 127: only alpha is used, but for one code", (HALF, 4), (1288490189, -1), 127, 127)
        return k
    return build


def sigmoid_category(op):
    def build(seed):
        k = Cases(op + "_s8", seed)

        def case(name, purpose, scale, zp_in=0, x=BYTES):
            multiplier, shift, radius = prepare.logistic({}, [ar.float32(scale)])
            params = {**zero_points(input=zp_in), "input_multiplier": multiplier, "input_left_shift": shift, "input_radius": radius,
                      "input_scale": ar.float32(scale)}
            unary(k, name, purpose, op, params, x)

        case("typical", "every code at a scale of 1/16", 1 / 16)
        case("small_scale", "every code near zero: the steep part", 0.004, 3)
        case("large_scale", "the radius cuts off codes that Q4.27 cannot hold", 0.7, -5)
        case("radius_one", "a scale of 4 to 8: the radius is 1, only zero itself lies within", 7.0, 9)
        case("radius_none", "a scale of 8 and more: the radius is 0, and zero itself takes the lower rail", 12.0, 0)
        case("radius_edge", "the codes at the radius (30) and next to it", 0.25, 0, [v for r in range(27, 34) for v in (r, -r)])
        case("zero_point_low", "zero point -128: only positive arguments", 0.03, -128)
        case("zero_point_high", "zero point 127: only negative arguments", 0.03, 127)
        case("zero", "zero itself takes no exponential", 0.1, 21, [21])
        case("power_of_two", "a scale that is a power of two: arguments hit the table of exponents exactly", 1 / 8, 1)
        case("odd_scale", "a scale whose multiplier uses all 24 bits", 0.0937654)
        case("one_unit", "x of one unit: quarter steps of the exponential's interval", 0.25, -20, ramp(64, -52, 11))
        return k
    return build


def hard_swish_s8(seed):
    k = Cases("hard_swish_s8", seed)

    def case(name, purpose, scale_in, scale_out, zp_in=0, zp_out=0):
        scales = [ar.float32(scale_in), ar.float32(scale_out)]
        multiplier, shift, reluish, reluish_shift = prepare.hard_swish({}, scales)
        params = {**zero_points(input=zp_in, output=zp_out), **factor("output", multiplier, shift), **factor("reluish", reluish, reluish_shift),
                  "input_scale": scales[0], "output_scale": scales[1]}
        unary(k, name, purpose, "hard_swish", params, BYTES)

    case("typical", "every code, zero points differ", 0.05, 0.03, -4, -110)
    case("edges", "a scale where -3 and 3 are codes: the ends of the reluish part", 3 / 64, 3 / 64)
    case("reluish_left", "a positive reluish exponent: the left shift by one less, multiply, then one more", 0.2, 0.11, 8, -100)
    case("reluish_left_large", "a reluish exponent of 8 saturates before the multiply already", 1.5, 0.8, -3, -90)
    case("reluish_left_one", "a reluish exponent of 1: only the last shift, the one after the multiply", 0.02, 0.015, 6, -64)
    case("reluish_none", "a reluish exponent of 0: no shift at all", 1 / 96, 0.01, 0, 5)
    case("reluish_right", "a negative reluish exponent: a rounding right shift", 0.001, 0.0009, 11, 0)
    case("ties", "scales that are powers of two: halves in every rounding", 1 / 32, 1 / 16, 0, 0)
    case("zero_point_low", "input zero point -128: no negative part", 0.03, 0.05, -128, -128)
    case("zero_point_high", "input zero point 127: only the negative part, the dip at -1.5", 0.02, 0.005, 127, 0)
    case("saturates", "an output scale too small for the positive part", 0.04, 0.012, 5, -20)
    case("truncation", "the product of the halves is cut towards zero, not rounded", 0.011, 0.0042, 0, 0)
    case("multiplier_limit", "a multiplier that rounds up to 32768 becomes 32767", 1 - 2.0 ** -18, 1.0, 0, -60)
    case("reluish_multiplier_limit", "the same for the reluish multiplier", 3 / 256 * (1 - 2.0 ** -20), 0.011, 2, -9)
    return k


def requantize_category(source, target, name):
    def build(seed):
        k = Cases(name, seed)
        low, high = RANGE[source]
        wide = source == "int16"
        middle = (low + high + 1) // 2

        def case(name, purpose, pair, zp_in=0, zp_out=0, x=None, may_wrap=False):
            x = x or (ramp(96, middle - 48, middle + 47) + [low, low + 1, low + 255, -1 if low < 0 else 1, 0, 1, high - 300 if wide else high - 3, high - 1, high]
                      if wide else ramp(256, low, high))
            unary(k, name, purpose, "requantize", {**zero_points(input=zp_in, output=zp_out), **factor("output", *pair)}, x, source, target, may_wrap)

        zero_in, zero_out = middle, sum(RANGE[target]) + 1 >> 1
        case("identity", "a factor of one is exact; the zero points of the types differ", (HALF, 1), zero_in, zero_out)
        case("ties_away", "halves round away from zero, on both sides of the zero point", (HALF, 0), zero_in, zero_out)
        case("quarter_ties", "halves of a quarter", (HALF, -1), zero_in, zero_out)
        case("two_roundings", "one rounding instead of two", (1431655765, -1), zero_in, zero_out)
        case("saturates", "both ends saturate at the type of the output, not of the input", (1610612736, 3 if not wide else 1), zero_in, zero_out)
        case("shift_31", "a right shift of 31", (ALMOST_ONE, -31), zero_in, zero_out)
        case("left_shift_wraps", "a left shift of 30 wraps in int32", (1717986918, 30), zero_in, zero_out, may_wrap=True)
        if not wide:
            case("zero_point_low", "the input's zero point at its lowest code", (1288490189, 0), low, zero_out)
            case("zero_point_high", "the input's zero point at its highest code", (1288490189, 0), high, zero_out)
        if target != "int16":
            case("output_zero_point_low", "the output's zero point at its lowest code", (1518500250, -8 if wide else 0), zero_in, RANGE[target][0])
            case("output_zero_point_high", "the output's zero point at its highest code", (1518500250, -8 if wide else 0), zero_in, RANGE[target][1])
        return k
    return build


def quotients_that_round_twice(scale, steps):
    """float32 values v whose binary32 quotient by scale is a half although the exact one is not: binary64 rounds these to the other side."""
    found = []
    for half in steps:
        start = ar.bits_of_float(half * scale)
        for candidate in range(start - 3, start + 4):
            value = ar.float_of_bits(candidate)
            if ar.float32(value / scale) == half and value / scale != half:
                found.append(value)
    return found


def quantize_category(dtype):
    def build(seed):
        k = Cases("quantize_f32_" + ("s8" if dtype == "int8" else "s16"), seed)
        low, high = RANGE[dtype]

        def case(name, purpose, scale, values, zero_point=0):
            scale = ar.float32(scale)
            values = [ar.float32(v) for v in values]
            params = {"scale_bits": ar.bits_of_float(scale), "zero_point": zero_point, "output_scale": scale}
            k.add(name, purpose, "quantize", {"input": "float32 bits", "output": dtype}, params, {"input_bits": bits(values)}, dtype, [len(values)], "flat")

        zero_point = -7 if dtype == "int8" else 0
        steps = [s * (n + 0.5) for n in range(1, 100) for s in (1, -1)]
        case("ties_away", "halves go away from zero, of both signs: neither to even nor upwards", 0.5, [0.25 * i for i in range(-33, 34)], zero_point)
        case("ties_even_neighbours", "0.5, 1.5, 2.5: to even would keep the even ones", 2.0, [s * (2 * i + 1) for i in range(20) for s in (1, -1)])
        case("float_quotient", "a binary32 quotient that is a half, though the exact one is not", 0.1, quotients_that_round_twice(ar.float32(0.1), steps),
             zero_point)
        case("float_quotient_third", "the same with another scale", 1 / 3, quotients_that_round_twice(ar.float32(1 / 3), steps))
        case("no_reciprocal", "a division, not a product with the reciprocal scale", 0.003921569,
             [ar.float32(0.003921569) * v for v in steps[:120]], zero_point)
        case("saturates", "values beyond the type on both sides", 0.02, [s * v for v in (2.5, 2.56, 2.6, 100.0, 655.0, 655.36, 700.0, 1e7) for s in (1, -1)],
             zero_point)
        case("saturates_after_zero_point", "the zero point is added before the clamp", 1.0, [float(v) for v in (low, low + 1, high, high - 1, high + 5, low - 5)],
             100 if dtype == "int8" else 0)
        case("tiny", "denormal and negative zero become the zero point", 0.25, [0.0, -0.0, 1e-40, -1e-40, 0.12499999, -0.12499999, 0.125], zero_point)
        case("zero_point_low", "the zero point at the lowest code", 0.031, [0.01 * i for i in range(-40, 200, 3)], low if dtype == "int8" else 0)
        for n in (1, 7, 9, 17, 33):
            case("length_%d" % n, "%d elements: the tail after whole vectors" % n, 0.05, [((i * 37) % 101 - 50) * 0.11 for i in range(n)], zero_point)
        return k
    return build


def dequantize_category(dtype, name):
    def build(seed):
        k = Cases(name, seed)
        low, high = RANGE[dtype]

        def case(name, purpose, scale, zero_point=0, x=None):
            scale = ar.float32(scale)
            x = x or (ramp(256, low, high) if dtype != "int16" else ramp(40, -20, 19) + [low, low + 1, -12345, 12345, high - 1, high])
            params = {"scale_bits": ar.bits_of_float(scale), "zero_point": zero_point, "input_scale": scale}
            k.add(name, purpose, "dequantize", {"input": dtype, "output": "float32 bits"}, params, {"input": tensor(dtype, [len(x)], "flat", x)}, "int32",
                  [len(x)], "flat")

        middle = 0 if dtype == "int16" else (low + high + 1) // 2
        case("every_code", "the last bit of each product", 0.1, middle)
        case("odd_scale", "a scale of 24 bits: products that have to be rounded", 0.0039215689, middle + (0 if dtype == "int16" else 13))
        case("power_of_two", "products that are exact", 1 / 64, middle)
        case("tiny_scale", "results down to the denormals", 1e-38, middle)
        case("large_scale", "results near the largest binary32", 1e34 if dtype == "int16" else 1e36, middle)
        if dtype != "int16":
            case("zero_point_low", "the zero point at the lowest code: no negative result, and zero is +0", 0.3, low)
            case("zero_point_high", "the zero point at the highest code", 0.3, high)
        case("one", "a single element", 0.7, middle, [high])
        return k
    return build


ALL = (relu_s8, relu6_s8, leaky_relu_category("int8"), leaky_relu_category("int16"), sigmoid_category("logistic"), sigmoid_category("tanh"),
       hard_swish_s8, requantize_category("int8", "int8", "requantize_s8"), requantize_category("int8", "uint8", "requantize_s8_u8"),
       requantize_category("uint8", "int8", "requantize_u8_s8"), requantize_category("int8", "int16", "requantize_s8_s16"),
       requantize_category("int16", "int8", "requantize_s16_s8"), requantize_category("int16", "int16", "requantize_s16"),
       quantize_category("int8"), quantize_category("int16"), dequantize_category("int8", "dequantize_s8_f32"),
       dequantize_category("uint8", "dequantize_u8_f32"), dequantize_category("int16", "dequantize_s16_f32"))
