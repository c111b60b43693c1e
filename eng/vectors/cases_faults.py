"""Cases that seeded faults asked for (Reference/Faults): found by search, kept where the fault gives another answer."""
import arithmetic as ar
import prepare
from build import BYTES, Cases, bits, factor, tensor, zero_points
from cases_functions import unary
from cases_other import exact_table
from cases_prepare import scale


def hard_swish_truncated(params):
    """HARD_SWISH of every code with a right shift of the reluish part that cuts instead of rounding."""
    def one(x):
        high = x << 7
        r = ar.srdhm16(high, params["reluish_multiplier"]) >> -params["reluish_shift"]
        return ar.clamp(ar.rdbp(ar.sdhm16(ar.srdhm16(high, params["output_multiplier"]), (r + 32768) >> 1), -params["output_shift"]), -128, 127)

    return [one(x) for x in BYTES]


def hard_swish_right(seed):
    k = Cases("hard_swish_right_s8", seed)
    rng = k.rng("scales")
    found = 0
    while found < 4:
        s_in = scale(rng, -11, -7)
        scales = [s_in, ar.float32(s_in * rng.integer(50, 90) / 100)]
        multiplier, shift, reluish, reluish_shift = prepare.hard_swish({}, scales)
        params = {**zero_points(input=0, output=0), **factor("output", multiplier, shift), **factor("reluish", reluish, reluish_shift),
                  "input_scale": scales[0], "output_scale": scales[1]}
        if shift > 0 or reluish_shift >= 0:
            continue
        unary(k, "rounds_%d" % found, "a right shift of the reluish part rounds, which shows in the last code only now and then", "hard_swish", params, BYTES)
        if hard_swish_truncated(params) == k.cases[-1]["tensors"]["output"].data:
            k.cases.pop()
        else:
            found += 1
    return k


def softmax_far_below_zero_s16(seed):
    k = Cases("softmax_below_s16", seed)
    tensors = {"input": tensor("int16", [2, 5], "rows", [-32768, -32760, -32700, -32000, -31000, -20000, -20001, -20010, -20100, -21000]),
               "exp_lut": tensor("int16", [513], "flat", [min(v, 32767) for v in exact_table(lambda i: ((i - 512) * 10 / 512).exp() * 32768)]),
               "one_by_one_lut": tensor("int16", [513], "flat", [min(v, 32767) for v in exact_table(lambda i: 32768 / (1 + i / 512))])}
    real_scale = 1 / 1024
    multiplier, shift = ar.quantize_multiplier(real_scale / (10.0 / 65535.0))
    k.add("maximum_below_zero", "the maximum is searched from the row itself, not from 0: from there every element is out of the table", "softmax",
          {"input": "int16", "output": "int16"}, {"input_multiplier": multiplier, "input_left_shift": shift, "input_scale": real_scale, "beta": 1.0}, tensors,
          "int16", [2, 5], "rows")
    return k


def quantize_divides(seed):
    k = Cases("quantize_divides_f32_s8", seed)
    rng = k.rng("scales")
    for number in range(3):
        step = scale(rng, -9, -2)
        reciprocal = ar.float32(1 / step)
        values = []
        for half in (n + 0.5 for n in range(-127, 127)):
            start = ar.bits_of_float(ar.float32(half * step))
            values += [v for v in map(ar.float_of_bits, range(start - 2, start + 3))
                       if ar.round_half_away(ar.float32(v / step)) != ar.round_half_away(ar.float32(v * reciprocal))]
        values = values[:64]
        assert values, "no value tells a division from a product"
        k.add("no_reciprocal_%d" % number, "a division, not a product with the reciprocal scale: values where they round to two codes", "quantize",
              {"input": "float32 bits", "output": "int8"}, {"scale_bits": ar.bits_of_float(step), "zero_point": 0, "output_scale": step},
              {"input_bits": bits(values)}, "int8", [len(values)], "flat")
    return k


def hard_swish_factors(seed):
    k = Cases("prepare_hard_swish", seed)
    rng = k.rng("rows")
    rows = []
    while len(rows) < 8:
        row = [scale(rng, -9, 1), scale(rng, -9, 1)]
        multiplier = ar.quantize_multiplier(row[0] / 128 / row[1])[0]
        if (multiplier + (1 << 15)) >> 16 != prepare.hard_swish({}, row)[0]:
            rows.append(row)
    k.add("float_quotient", "the factor to the output is a float32: in binary64 another multiplier of 16 bits", "prepare",
          {"scales": "float32 bits", "output": "int32"}, {"operator": "hard_swish"}, {"scale_bits": bits([s for row in rows for s in row], [len(rows), 2])},
          "int32", [len(rows), 4], "flat")
    return k


ALL = (hard_swish_right, softmax_far_below_zero_s16, quantize_divides, hard_swish_factors)
