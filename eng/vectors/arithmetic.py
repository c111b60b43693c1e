"""The integer arithmetic, in exact Python ints.  Where C would wrap or saturate, a function here says so by name."""
import math
import struct

INT32_MIN, INT32_MAX = -(1 << 31), (1 << 31) - 1
INT16_MIN, INT16_MAX = -(1 << 15), (1 << 15) - 1
INT8_MIN, INT8_MAX = -128, 127

wraps = 0  # how often wrap32 changed its argument; the generator refuses a case that wraps by accident


def wrap32(v):
    """Two's complement int32 of any int."""
    global wraps
    w = ((v + (1 << 31)) & 0xFFFFFFFF) - (1 << 31)
    if w != v:
        wraps += 1
    return w


def clamp(v, lo, hi):
    """Maximum with lo first, then minimum with hi."""
    return min(max(v, lo), hi)


def sat16(v):
    return clamp(v, INT16_MIN, INT16_MAX)


def sat32(v):
    return clamp(v, INT32_MIN, INT32_MAX)


def clz32(v):
    assert 0 <= v < 1 << 32
    return 32 - v.bit_length()


def srdhm(a, b):
    """Saturating rounding doubling high multiply: the nearest int to 2ab / 2^32, ties towards +infinity."""
    assert INT32_MIN <= a <= INT32_MAX and INT32_MIN <= b <= INT32_MAX, (a, b)
    return sat32((a * b + (1 << 30)) >> 31)


def rdbp(x, exponent):
    """Rounding divide by a power of two: nearest, ties away from zero."""
    assert INT32_MIN <= x <= INT32_MAX and 0 <= exponent <= 31, (x, exponent)
    half = (1 << exponent) >> 1
    magnitude = (abs(x) + half) >> exponent
    return magnitude if x >= 0 else -magnitude


def multiply_by_quantized_multiplier(x, multiplier, shift):
    """MBQM, the double-rounding form on an int32 accumulator.  The left shift wraps."""
    return rdbp(srdhm(wrap32(x << max(shift, 0)), multiplier), max(-shift, 0))


def multiply_by_quantized_multiplier_int64(x, multiplier, shift):
    """MBQM of an int64 accumulator: multiplier reduced to 15 bits, one rounding, ties towards +infinity."""
    assert -(1 << 47) <= x < 1 << 47 and -31 <= shift < 8, (x, shift)
    reduced = (multiplier + 0x8000) >> 16 if multiplier < 0x7FFF0000 else 0x7FFF
    return wrap32((x * reduced + (1 << (14 - shift))) >> (15 - shift))


def quantize_multiplier(real):
    """A double >= 0 as (multiplier Q0.31, shift), from its bits."""
    if real == 0:
        return 0, 0
    bits = struct.unpack("<q", struct.pack("<d", real))[0]
    exponent = (bits >> 52) & 0x7FF
    assert real > 0 and 0 < exponent < 0x7FF, "normal positive doubles only"
    mantissa = (bits & ((1 << 52) - 1)) | 1 << 52       # 53 bits: real = mantissa / 2^53 * 2^shift
    shift = exponent - 1022
    q = (mantissa + (1 << 21)) >> 22                     # round half away (mantissa is positive)
    if q == 1 << 31:
        q >>= 1
        shift += 1
    if shift < -31:
        return 0, 0
    return q, shift


def quantize_multiplier_signed(real):
    """As quantize_multiplier; a negative real has the negative multiplier (rounding is half away from zero)."""
    multiplier, shift = quantize_multiplier(abs(real))
    return (multiplier if real >= 0 else -multiplier), shift


def float32(value):
    """The nearest binary32.  Exact inputs of +, *, / need no second thought: binary64 holds more than 2 * 24 + 2 bits."""
    return struct.unpack("<f", struct.pack("<f", value))[0]


def float_of_bits(bits):
    return struct.unpack("<f", struct.pack("<i", bits))[0]


def bits_of_float(value):
    return struct.unpack("<i", struct.pack("<f", value))[0]


def round_half_away(value):
    """C's round()."""
    magnitude = math.floor(abs(value))
    magnitude += abs(value) - magnitude >= 0.5
    return magnitude if value >= 0 else -magnitude


def srdhm16(a, b):
    return sat16((a * b + (1 << 14)) >> 15)


def sdhm16(a, b):
    """Saturating doubling high multiply without rounding: towards zero."""
    product = abs(a * b) >> 15
    return sat16(product if (a < 0) == (b < 0) else -product)


def softmax_prepare(beta, scale):
    """int8 softmax: (input_multiplier, input_left_shift, diff_min), in binary64 arithmetic."""
    multiplier, shift = quantize_multiplier(min(beta * scale * float(1 << 26), float(INT32_MAX)))
    assert shift >= 0
    return multiplier, shift, -((31 << 26) >> shift)


# exp(-2^k) in Q0.31 for k = -2 .. 4, in the order they are applied
EXP_CONSTANTS = ((-2, 1672461947), (-1, 1302514674), (0, 790015084), (1, 290630308), (2, 39332535), (3, 720401), (4, 242))


def exp_on_interval_between_negative_one_quarter_and_0_excl(a):
    """Q0.31 in, Q0.31 out: a cubic-and-a-bit polynomial around -1/8."""
    constant, third = 1895147668, 715827883
    x = a + (1 << 28)
    x2 = srdhm(x, x)
    x3 = srdhm(x2, x)
    x4 = srdhm(x2, x2)
    p = rdbp(srdhm(rdbp(x4, 2) + x3, third) + x2, 1)
    return constant + srdhm(constant, x + p)


def exp_on_negative_values(a, integer_bits=5):
    """exp(a) in Q0.31 for a <= 0 in Q(integer_bits).(31 - integer_bits)."""
    assert a <= 0 and integer_bits <= 5
    if a == 0:
        return INT32_MAX
    fraction = 31 - integer_bits
    quarter = 1 << (fraction - 2)
    a_mod = (a & (quarter - 1)) - quarter
    result = exp_on_interval_between_negative_one_quarter_and_0_excl(sat32(a_mod << integer_bits))
    remainder = a_mod - a
    for k, constant in EXP_CONSTANTS:
        if integer_bits > k and remainder >> (fraction + k) & 1:
            result = srdhm(result, constant)
    return result


def reciprocal_of_half(u):
    """2 / (1 + u) in Q2.29 for u in Q0.31: three Newton steps."""
    half_denominator = (u + INT32_MAX + 1) >> 1
    x = 1515870810 + srdhm(half_denominator, -1010580540)
    for _ in range(3):
        error = (1 << 29) - srdhm(half_denominator, x)
        x += sat32(srdhm(x, error) << 2)
    return x


def one_over_one_plus_x_for_x_in_0_1(u):
    """1 / (1 + u), Q0.31 to Q0.31."""
    return sat32(reciprocal_of_half(u) << 1)


def logistic_q4(a):
    """1 / (1 + exp(-a)), Q4.27 to Q0.31."""
    if a == 0:
        return 1 << 30
    p = one_over_one_plus_x_for_x_in_0_1(exp_on_negative_values(-abs(a), 4))
    return p if a > 0 else INT32_MAX - p


def tanh_q4(a):
    """(1 - e) / (1 + e) with e = exp(-2|a|), Q4.27 to Q0.31: the raw value of a is 2a in Q5.26."""
    if a == 0:
        return 0
    magnitude = sat32((reciprocal_of_half(exp_on_negative_values(-abs(a), 5)) - (1 << 29)) << 2)
    return magnitude if a > 0 else -magnitude


def lut_int16(value, table):
    """Interpolated look-up in a 513-entry int16 table over the whole int16 range."""
    index = 256 + (value >> 7)
    base = table[index]
    return base + (((table[index + 1] - base) * (value & 0x7F) + 64) >> 7)


def _sigmoid_table_index(x, left_shift):
    return x * (3 << left_shift) if left_shift >= 0 else (3 * x + (1 << (-left_shift - 1))) >> -left_shift


def _interpolate(magnitude, bits, table, saturated):
    u = magnitude >> bits
    if u >= 255:
        return saturated
    return (table[u] << bits) + (magnitude & ((1 << bits) - 1)) * (table[u + 1] - table[u])


def sigmoid_int16(x, left_shift, table):
    """Q3.12 (after left_shift) to Q0.15, through the 256-entry table."""
    v = _sigmoid_table_index(x, left_shift)
    r = _interpolate(abs(v), 9, table, 0x7FFF << 10)
    return (r + (1 << 9) if v >= 0 else (1 << 25) - r + (1 << 9) - 1) >> 10


def tanh_int16(x, left_shift, table):
    """Q3.12 (after left_shift) to Q0.15, as 2 sigmoid(2x) - 1."""
    v = _sigmoid_table_index(x, left_shift)
    r = _interpolate(abs(v), 8, table, 0xFFFF << 8)
    return (r - (1 << 23) + (1 << 7) if v >= 0 else -r + (1 << 23) + (1 << 7) - 1) >> 8
