"""Operators that look at one element of each input at a time."""
from itertools import product

import arithmetic as ar
from tensors import RANGE, broadcast_offset

mbqm = ar.multiply_by_quantized_multiplier


def pairs(t, output_shape):
    """The two inputs of every output element, broadcast."""
    a, b = t["input1"], t["input2"]
    if a.shape == b.shape:
        return zip(a.data, b.data)
    return ((a.data[broadcast_offset(a.shape, i)], b.data[broadcast_offset(b.shape, i)]) for i in product(*map(range, output_shape)))


def clamped(p, value):
    return ar.clamp(value + p["output_offset"], p["activation_min"], p["activation_max"])


def scaled(p, side, value):
    return mbqm((value + p[side + "_offset"]) << p["left_shift"], p[side + "_multiplier"], p[side + "_shift"])


def rescaled_sum(p, total):
    return clamped(p, mbqm(ar.wrap32(total), p["output_multiplier"], p["output_shift"]))


def add(p, t, output_shape):
    return [rescaled_sum(p, scaled(p, "input1", a) + scaled(p, "input2", b)) for a, b in pairs(t, output_shape)]


def sub(p, t, output_shape):
    return [rescaled_sum(p, scaled(p, "input1", a) - scaled(p, "input2", b)) for a, b in pairs(t, output_shape)]


def mul(p, t, output_shape):
    return [clamped(p, mbqm((a + p["input1_offset"]) * (b + p["input2_offset"]), p["output_multiplier"], p["output_shift"]))
            for a, b in pairs(t, output_shape)]


def maximum(p, t, output_shape):
    return [max(pair) for pair in pairs(t, output_shape)]


def minimum(p, t, output_shape):
    return [min(pair) for pair in pairs(t, output_shape)]


def relu(p, t, output_shape):
    return [clamped(p, mbqm(x + p["input_offset"], p["output_multiplier"], p["output_shift"])) for x in t["input"].data]


def relu6(p, t, output_shape):
    """No rescale: the clamp alone."""
    return [ar.clamp(x, p["activation_min"], p["activation_max"]) for x in t["input"].data]


def leaky_relu(p, t, output_shape):
    low, high = RANGE[t["input"].dtype]

    def one(x):
        v = x + p["input_offset"]
        side = "identity" if v >= 0 else "alpha"
        return ar.clamp(mbqm(v, p[side + "_multiplier"], p[side + "_shift"]) + p["output_offset"], low, high)

    return [one(x) for x in t["input"].data]


def sigmoid_shaped(p, t, output_shape, low, function, output_bits):
    """The frame of logistic and tanh: beyond the radius the ends, inside `function` of Q4.27 in Q0.31."""
    def one(x):
        v = x + p["input_offset"]
        if v <= -p["input_radius"]:
            return -128
        if v >= p["input_radius"]:
            return 127
        return ar.clamp(ar.rdbp(function(mbqm(v, p["input_multiplier"], p["input_left_shift"])), output_bits) + low, -128, 127)

    return [one(x) for x in t["input"].data]


def logistic(p, t, output_shape):
    return sigmoid_shaped(p, t, output_shape, -128, ar.logistic_q4, 23)


def tanh(p, t, output_shape):
    return sigmoid_shaped(p, t, output_shape, 0, ar.tanh_q4, 24)


def hard_swish(p, t, output_shape):
    """int16 arithmetic throughout: x * relu6(x + 3) / 6."""
    reluish_shift = p["reluish_shift"]

    def one(x):
        high = (x + p["input_offset"]) << 7
        scaled_input = ar.srdhm16(high, p["output_multiplier"])
        r = high
        if reluish_shift > 0:
            r = ar.sat16(r << (reluish_shift - 1))
        r = ar.srdhm16(r, p["reluish_multiplier"])
        if reluish_shift > 0:
            r = ar.sat16(r << 1)
        if reluish_shift < 0:
            r = ar.rdbp(r, -reluish_shift)
        r = (r + 32768) >> 1
        return ar.clamp(ar.rdbp(ar.sdhm16(scaled_input, r), -p["output_shift"]) + p["output_offset"], -128, 127)

    return [one(x) for x in t["input"].data]


def requantize(p, t, output_shape, output_dtype):
    """QUANTIZE from integers to integers."""
    low, high = RANGE[output_dtype]
    return [ar.clamp(mbqm(x + p["input_offset"], p["output_multiplier"], p["output_shift"]) + p["output_offset"], low, high) for x in t["input"].data]


def quantize(p, t, output_shape, output_dtype):
    """QUANTIZE from float32 (as bits): the quotient is a float32, rounded half away from zero."""
    low, high = RANGE[output_dtype]
    scale = ar.float_of_bits(p["scale_bits"])
    return [ar.clamp(ar.round_half_away(ar.float32(ar.float_of_bits(x) / scale)) + p["zero_point"], low, high) for x in t["input_bits"].data]


def dequantize(p, t, output_shape):
    """DEQUANTIZE to float32 (as bits): the product in binary64, rounded once."""
    scale = ar.float_of_bits(p["scale_bits"])
    return [ar.bits_of_float(scale * (x - p["zero_point"])) for x in t["input"].data]


ALL = (add, sub, mul, maximum, minimum, relu, relu6, leaky_relu, logistic, tanh, hard_swish, requantize, quantize, dequantize)
