"""Cases of the operators with a state: SVDF, LSTM."""
from decimal import Decimal, localcontext
import math

import arithmetic as ar
from build import HALF, Cases, ramp, random_tensor, requant_of, tensor
from kernels import GATES
from tensors import RANGE


def svdf_case(cases, name, purpose, state_dtype, steps, batch, depth, units, rank, memory, zp_in=0, zp_out=0, zp_state=0, input_act=None, act=(-128, 127),
              has_bias=True, start="random", gain_in=1.0, ties=False):
    rng = cases.rng(name)
    filters = units * rank
    low, high = RANGE[state_dtype]
    types = {"input": "int8", "weights_feature": "int8", "weights_time": state_dtype, "state": state_dtype, "bias": "int32", "output": "int8"}
    state_target = gain_in * (55 if state_dtype == "int8" else 9000)
    in_sigma = math.sqrt(depth * (5461 + zp_in * zp_in)) * 74
    time_low, time_high = (low, high) if state_dtype == "int8" else (-6000, 6000)
    out_sigma = math.sqrt(rank * memory) * state_target * time_high / math.sqrt(3)
    m_in, s_in = ar.quantize_multiplier(state_target / in_sigma * rng.jitter())
    m_out, s_out = ar.quantize_multiplier(55 / out_sigma * rng.jitter())
    input_act = input_act or (low, high)
    params = {"steps": steps, "rank": rank, "input_offset": -zp_in, "input_zero_point": zp_in, "state_offset": -zp_state,
              "state_zero_point": zp_state, "output_offset": zp_out, "output_zero_point": zp_out, "multiplier_in": m_in, "shift_in": s_in,
              "multiplier_out": m_out, "shift_out": s_out, "input_activation_min": input_act[0], "input_activation_max": input_act[1],
              "activation_min": act[0], "activation_max": act[1], "rounding": "double", "has_bias": has_bias}
    state = [zp_state] * (batch * filters * memory) if start == "zero" else rng.values(batch * filters * memory, low, high)
    tensors = {"input_sequence": random_tensor(rng, "int8", (steps, batch, depth), "TBI"),
               "initial_state": tensor(state_dtype, (batch, filters, memory), "BFM", state),
               "weights_feature": random_tensor(rng, "int8", (filters, depth), "FI"),
               "weights_time": tensor(state_dtype, (filters, memory), "FM", rng.values(filters * memory, time_low, time_high))}
    if has_bias:
        tensors["bias"] = tensor("int32", [units], "O", rng.values(units, -int(out_sigma), int(out_sigma), 0))
    if ties:
        params.update({"multiplier_in": HALF, "shift_in": -1, "multiplier_out": HALF, "shift_out": -2})
        for key, values in (("input_sequence", ramp(127, -62, 64)), ("weights_feature", [1, 2, 6, -2]), ("weights_time", [1, -1, 2, -2])):
            tensors[key] = tensors[key]._replace(data=[values[i % len(values)] for i in range(len(tensors[key].data))])
    cases.add(name, purpose, "svdf", types, params, tensors, "int8", (batch, units), "NO")


def svdf_s8(seed):
    k = Cases("svdf_s8", seed)

    def case(name, purpose, *a, **c):
        svdf_case(k, name, purpose, *a, **c)

    case("int16_fewer_steps_than_memory", "old state is still there after the last step", "int16", 3, 1, 7, 3, 1, 6, zp_in=-20, zp_out=5)
    case("int16_more_steps_than_memory", "the state has been replaced completely", "int16", 6, 1, 4, 5, 1, 4, zp_in=60, start="zero")
    case("int16_rank_two", "the filters of a unit are neighbours: unit * rank + r", "int16", 4, 1, 6, 3, 2, 3, zp_in=-128, zp_out=-30)
    case("int16_batch", "each batch has its own state and its own row of the step", "int16", 3, 3, 5, 4, 2, 3, zp_in=9)
    case("int16_clamps", "the first clamp acts on the state, the second on the output", "int16", 3, 1, 6, 6, 1, 4, input_act=(-5000, 8000), act=(-50, 60))
    case("int16_saturates", "the newest column saturates at int16, no bias", "int16", 4, 1, 8, 4, 1, 4, has_bias=False, gain_in=4.0)
    case("int16_ties", "ties of RDBP away from zero in both scalings", "int16", 2, 24, 1, 4, 1, 2, has_bias=False, start="zero", ties=True)
    case("int8_state", "int8 state and int8 time weights, state zero point 0", "int8", 4, 2, 5, 4, 1, 3, zp_in=-33, zp_out=7)
    case("int8_rank_two", "int8 state with rank 2, the newest column saturates at int8", "int8", 5, 1, 7, 3, 2, 4, zp_in=127, gain_in=2.0)
    case("int8_state_zero_point", "a state zero point: added to the newest column after its clamp, subtracted before the time weights", "int8", 4, 1, 5,
         4, 2, 3, zp_in=12, zp_state=-9, input_act=(-110, 110), start="zero")
    return k


# lstm ---------------------------------------------------------------------------------------------------------------
def sigmoid_table():
    """256 samples of sigmoid(i / 24) in Q0.16, with 65535 at the most."""
    with localcontext() as context:
        context.prec = 40
        return [min(65535, int((65536 / (1 + (-Decimal(i) / 24).exp())).to_integral_value("ROUND_HALF_UP"))) for i in range(256)]


def lstm_case(cases, dtype, name, purpose, batch, steps, depth, units, time_major=False, zp_in=0, zp_out=0, cell_power=-11, cell_clip=32767, gain=1.0,
              drive=None):
    """`drive` moves the bias of a gate, in deviations of its sums: +-8 closes or opens it."""
    wide = dtype == "int16"
    rng = cases.rng(name)
    x_sigma, h_sigma = (18900, 12000) if wide else (74, 60)
    types = {"input": dtype, "weights": "int8", "bias": "int64" if wide else "int32", "cell": "int16", "output": dtype}
    gates, tensors = {}, {}
    shape = (steps, batch, depth) if time_major else (batch, steps, depth)
    tensors["input"] = random_tensor(rng, dtype, shape, "TBI" if time_major else "BTI")
    for gate in GATES:
        sigma_x, sigma_h = math.sqrt(depth) * x_sigma * 74, math.sqrt(units) * h_sigma * 74
        gates[gate] = {"gate_input": list(ar.quantize_multiplier(gain * 6000 / sigma_x * rng.jitter())),
                       "gate_hidden": list(ar.quantize_multiplier(min(gain, 1.0) * 4000 / sigma_h * rng.jitter()))}
        tensors[gate + "_input_weights"] = random_tensor(rng, "int8", (units, depth), "OI")
        tensors[gate + "_hidden_weights"] = random_tensor(rng, "int8", (units, units), "OI")
        centre = int((drive or {}).get(gate, 0) * sigma_x)
        tensors[gate + "_bias"] = tensor(types["bias"], [units], "O", rng.values(units, centre - int(sigma_x), centre + int(sigma_x), 0))
    tensors["sigmoid_lut"] = tensor("int32", [256], "flat", sigmoid_table())
    requant = requant_of({"bias": types["bias"]}, "per_tensor", [], [])
    params = {"time_major": time_major, "steps": steps, "input_offset": -zp_in, "input_zero_point": zp_in, "output_offset": zp_out,
              "output_zero_point": zp_out, "accumulator": requant["accumulator"], "rounding": requant["rounding"], "gates": gates,
              "forget_to_cell": list(ar.quantize_multiplier(2.0 ** -15)),
              "input_to_cell": list(ar.quantize_multiplier(2.0 ** (-30 - cell_power))),
              "output": list(ar.quantize_multiplier(2.0 ** -15 if wide else 2.0 ** -23 * 0.97)),
              "cell_scale_power": cell_power, "cell_clip": cell_clip}
    out_shape = (steps, batch, units) if time_major else (batch, steps, units)
    cases.add(name, purpose, "lstm_unidirectional", types, params, tensors, dtype, out_shape, "TBO" if time_major else "BTO")


def lstm_category(dtype):
    wide = dtype == "int16"

    def build(seed):
        k = Cases("lstm_s16" if wide else "lstm_s8", seed, ("steps", "time_major", "cell_clip", "cell_power_low", "saturates") if wide else None)

        def case(name, purpose, *a, **c):
            lstm_case(k, dtype, name, purpose, *a, **c)

        def zero(z):
            return 0 if wide else z

        case("one_step", "the first step: cell 0, hidden state at the output zero point", 1, 1, 5, 4, zp_in=zero(-11), zp_out=zero(9))
        case("steps", "the state is carried through 6 steps, output = o * tanh(c)", 1, 6, 4, 5, zp_in=zero(20), zp_out=zero(-4))
        case("time_major", "time before batch", 3, 4, 3, 4, time_major=True, zp_in=zero(-128))
        case("batch_major", "batch before time", 3, 4, 3, 4, zp_in=zero(60), zp_out=zero(15))
        case("cell_clip", "the cell state is clipped", 1, 8, 4, 4, cell_clip=2500, gain=2.0)
        case("cell_power_low", "a cell scale of 2^-15: tanh takes a right shift", 1, 5, 5, 3, cell_power=-15, zp_in=zero(3))
        case("saturates", "gates beyond the end of the table", 2, 4, 6, 4, gain=6.0, cell_power=-10)
        return k
    return build


ALL = (svdf_s8, lstm_category("int8"), lstm_category("int16"))
