"""From the float32 scales of a model to the integers of a kernel call, with float32 and binary64 where TFLM has them."""
import math
import struct

import arithmetic as ar
from tensors import RANGE

f32 = ar.float32
quantized = ar.quantize_multiplier_signed


def conv(p, scales):
    """Per channel (and TRANSPOSE_CONV, DEPTHWISE_CONV_2D): in * weight / out in binary64."""
    s_in, s_weight, s_out = scales
    return quantized(s_in * s_weight / s_out)


def fully_connected(p, scales):
    """Per tensor: the product of the scales is a float32, the quotient binary64."""
    s_in, s_weight, s_out = scales
    return quantized(f32(s_in * s_weight) / s_out)


def add(p, scales):
    """In binary64."""
    s1, s2, s_out = scales
    twice = 2 * max(s1, s2)
    return (*quantized(s1 / twice), *quantized(s2 / twice), *quantized(twice / ((1 << p["left_shift"]) * s_out)))


def sub(p, scales):
    """As add, but every step is rounded to float32."""
    s1, s2, s_out = scales
    twice = f32(2 * max(s1, s2))
    return (*quantized(f32(s1 / twice)), *quantized(f32(s2 / twice)), *quantized(f32(twice / f32((1 << p["left_shift"]) * s_out))))


def mul(p, scales):
    s1, s2, s_out = scales
    return quantized(s1 * s2 / s_out)


def rescale(p, scales):
    """MEAN, SUM and QUANTIZE between integers: binary64."""
    s_in, s_out = scales
    return quantized(s_in / s_out)


def relu(p, scales):
    """A float32 quotient."""
    s_in, s_out = scales
    return quantized(f32(s_in / s_out))


def leaky_relu(p, scales):
    """identity, then alpha: float32 at every step."""
    s_in, alpha, s_out = scales
    return (*quantized(f32(s_in / s_out)), *quantized(f32(f32(s_in * alpha) / s_out)))


def svdf(p, scales):
    s_in, s_feature, s_state, s_time, s_out = scales
    return (*quantized(f32(f32(s_in * s_feature) / s_state)), *quantized(f32(f32(s_state * s_time) / s_out)))


def logistic(p, scales):
    """multiplier, left shift, radius."""
    fraction, shift = math.frexp(scales[0] * (1 << 27))
    return (int(math.floor(fraction * (1 << 31) + 0.5)), shift, math.floor(15 * (1 << 27) / 2.0 ** shift))


def hard_swish(p, scales):
    """output multiplier (int16) and exponent, reluish multiplier (int16) and exponent."""
    s_in, s_out = scales
    high = f32(s_in / 128)

    def reduced(real):
        multiplier, shift = quantized(real)
        return (0x7FFF if multiplier >= ar.INT32_MAX - (1 << 15) else (multiplier + (1 << 15)) >> 16, shift)

    return (*reduced(f32(high / s_out)), *reduced(f32(high / f32(3.0 / 32768.0))))


def activation(p, scales):
    """The fused activation's range of codes."""
    low, high = RANGE[p["type"]]

    def code(value):
        return p["zero_point"] + ar.round_half_away(f32(value / scales[0]))

    bounds = {"NONE": (None, None), "RELU": (0, None), "RELU6": (0, 6), "RELU_N1_TO_1": (-1, 1)}[p["activation"]]
    return (low if bounds[0] is None else max(low, code(bounds[0])), high if bounds[1] is None else min(high, code(bounds[1])))


OPERATORS = {f.__name__: f for f in (conv, fully_connected, add, sub, mul, rescale, relu, leaky_relu, svdf, logistic, hard_swish, activation)}


def prepare(p, t, output_shape):
    """One row of scales (float32 bits) gives one row of integers."""
    width = t["scale_bits"].shape[1]
    scales = [ar.float_of_bits(b) for b in t["scale_bits"].data]
    return [v for i in range(0, len(scales), width) for v in OPERATORS[p["operator"]](p, scales[i:i + width])]


def doubles(bits):
    return struct.unpack("<%dd" % len(bits), struct.pack("<%dq" % len(bits), *bits))


def quantize_multiplier(p, t, output_shape):
    return [v for scale in doubles(t["scale_bits"].data) for v in ar.quantize_multiplier(scale)]


def softmax_prep(p, t, output_shape):
    return [v for scale in doubles(t["scale_bits"].data) for v in ar.softmax_prepare(p["beta"], scale)]


ALL = (prepare, quantize_multiplier, softmax_prep)
