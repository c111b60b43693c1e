"""Cases of `prepare`: scales at which float32 and binary64 give different multipliers, and the edges of the fused activations."""
import itertools

import arithmetic as ar
import prepare
from build import Cases, bits

SCALES = 24     # rows that each case ends up with


def scale(rng, low=-12, high=-1):
    """A float32 of 24 random bits between 2^low and 2^high."""
    return ar.float32(rng.integer(1 << 23, (1 << 24) - 1) * 2.0 ** (rng.integer(low, high) - 24))


def prepare_scales(seed):
    k = Cases("prepare", seed)

    def case(name, purpose, operator, rows, params=None):
        params = {"operator": operator, **(params or {})}
        width = len(prepare.OPERATORS[operator](params, rows[0]))
        k.add(name, purpose, "prepare", {"scales": "float32 bits", "output": "int32"}, params,
              {"scale_bits": bits([s for row in rows for s in row], [len(rows), len(rows[0])])}, "int32", [len(rows), width], "flat")

    def differing(name, purpose, operator, draw, other, params=None):
        """Rows for which another way of computing gives other integers."""
        rng = k.rng(name)
        rows = []
        while len(rows) < SCALES:
            row = draw(rng)
            if prepare.OPERATORS[operator](params or {}, row) != other(row):
                rows.append(row)
        case(name, purpose, operator, rows, params)

    def seeded(name, purpose, operator, draw, params=None):
        rng = k.rng(name)
        case(name, purpose, operator, [draw(rng) for _ in range(SCALES)], params)

    def three(rng):
        return [scale(rng), scale(rng), scale(rng, -8, 2)]

    def in_double(first, second, out):
        return ar.quantize_multiplier_signed(first * second / out)

    def in_float(first, second, out):
        return ar.quantize_multiplier_signed(ar.float32(ar.float32(first * second) / out))

    differing("conv_not_float", "factors of a convolution are binary64, not float32", "conv", three, lambda row: in_float(*row))
    differing("conv_not_float_product", "the product is not rounded to float32 either", "conv", three, lambda row: prepare.fully_connected({}, row))
    differing("fully_connected_float_product", "the product of the per-tensor scales is a float32", "fully_connected", three, lambda row: in_double(*row))
    differing("fully_connected_double_quotient", "the quotient after it is binary64", "fully_connected", three, lambda row: in_float(*row))
    differing("mul_not_float", "the factor is binary64, not float32", "mul", three, lambda row: in_float(*row))
    for bits_gained, dtype in ((20, "int8"), (15, "int16")):
        params = {"left_shift": bits_gained}
        differing("add_not_float_" + dtype, "the factors of ADD are binary64", "add", three, lambda row: prepare.sub(params, row), params)
        differing("sub_float_" + dtype, "the factors of SUB are float32", "sub", three, lambda row: prepare.add(params, row), params)
    seeded("add_first_larger", "twice the larger scale, here the first", "add", lambda rng: [scale(rng, -2, -1), scale(rng, -9, -5), scale(rng)], {"left_shift": 20})
    seeded("sub_second_larger", "twice the larger scale, here the second", "sub", lambda rng: [scale(rng, -9, -5), scale(rng, -2, -1), scale(rng)], {"left_shift": 20})
    case("add_equal", "equal scales give one half exactly", "add", [[ar.float32(s)] * 3 for s in (0.1, 0.25, 1 / 3)], {"left_shift": 20})

    def two(rng):
        return [scale(rng), scale(rng)]

    differing("rescale_not_float", "MEAN, SUM and QUANTIZE: binary64", "rescale", two, lambda row: prepare.relu({}, row))
    differing("relu_float", "RELU: a float32 quotient", "relu", two, lambda row: prepare.rescale({}, row))

    def slope(rng):
        return [scale(rng), scale(rng, -6, 0) * (1 if rng.integer(0, 3) else -1), scale(rng)]

    differing("leaky_relu_float", "LEAKY_RELU: float32 at each step, alpha may be negative", "leaky_relu", slope,
              lambda row: (*prepare.relu({}, [row[0], row[2]]), *in_double(*row)))
    differing("leaky_relu_order", "the input's scale times alpha first, then the division", "leaky_relu", slope,
              lambda row: (*prepare.relu({}, [row[0], row[2]]), *ar.quantize_multiplier_signed(ar.float32(ar.float32(row[0] / row[2]) * row[1]))))

    def five(rng):
        return [scale(rng) for _ in range(5)]

    differing("svdf_float", "SVDF: float32 at each step of both factors", "svdf", five, lambda row: (*in_double(*row[:3]), *in_double(*row[2:])))
    differing("svdf_float_quotient", "SVDF: the quotients are float32 too", "svdf", five,
              lambda row: (*prepare.fully_connected({}, row[:3]), *prepare.fully_connected({}, row[2:])))
    seeded("logistic", "multiplier, shift and radius; the multiplier is exact", "logistic", lambda rng: [scale(rng, -9, 4)])
    case("logistic_powers", "radii at powers of two, and next to them", "logistic",
         [[ar.float_of_bits(ar.bits_of_float(2.0 ** e) + d)] for e in range(-9, 5) for d in (-1, 0, 1)])

    def swish(rng):
        s_in = scale(rng, -9, 1)
        return [s_in, ar.float32(s_in * rng.integer(60, 400) / 100)]

    differing("hard_swish_rounding", "the multipliers of HARD_SWISH are rounded to 15 bits, half up, not cut", "hard_swish", swish,
              lambda row: (ar.quantize_multiplier(ar.float32(ar.float32(row[0] / 128) / row[1]))[0] >> 16, *prepare.hard_swish({}, row)[1:]))
    case("hard_swish_limit", "a multiplier that rounds up to 32768 is 32767 instead", "hard_swish",
         [[ar.float32(s * (1 - 2.0 ** -e)), 1.0] for e in range(13, 21) for s in (1.0, 3 / 256)])
    ends = [ar.float32(2.0 ** e) for e in (-40, -33, -32, -31, -1, 0, 7)]
    case("rescale_flush", "factors around 2^-32 and below: shift -31, then 0", "rescale",
         [[ar.float_of_bits(ar.bits_of_float(s) + d), 1.0] for s in ends for d in (-1, 0, 1)])
    activations(case)
    return k


def activations(case):
    """The bound of RELU6 is a float32 quotient: scales for which it is a half although the exact one is not."""
    def halves(value):
        rows = []
        for n in itertools.count(1):
            start = ar.bits_of_float(ar.float32(value / (n + 0.5)))
            for candidate in range(start - 2, start + 3):
                s = ar.float_of_bits(candidate)
                if ar.float32(value / s) == n + 0.5 and value / s != n + 0.5:
                    rows.append([s])
            if len(rows) >= SCALES or n > 120:
                return rows[:SCALES]

    typical = [[ar.float32(s)] for s in (0.0235294122, 0.1, 0.05, 1.0, 6.0, 12.0, 13.0, 4.0, 1 / 3, 0.001)]
    for dtype, zero_point in (("int8", -128), ("int8", 5), ("int8", 127), ("int16", 0)):
        for activation in ("NONE", "RELU", "RELU6", "RELU_N1_TO_1"):
            case("activation_%s_%s_%d" % (activation.lower(), dtype, zero_point), "%s of %s with zero point %d: bounds are cut to the type" % (activation, dtype, zero_point),
                 "activation", typical, {"activation": activation, "type": dtype, "zero_point": zero_point})
    case("activation_six_float", "6 / scale is a float32 and rounds half away", "activation", halves(6.0), {"activation": "RELU6", "type": "int8", "zero_point": -128})
    case("activation_one_float", "-1 / scale and 1 / scale round away from zero alike", "activation", halves(1.0),
         {"activation": "RELU_N1_TO_1", "type": "int8", "zero_point": 3})


ALL = (prepare_scales,)
