"""One textbook loop per kernel.  A kernel takes (params, tensors, output_shape) and returns the output as a flat list."""
from itertools import product

import arithmetic as ar
import elementwise
import movement
import prepare
import reductions
from tensors import RANGE, Tensor, broadcast_offset, count


def requantize(requant, acc, channel):
    """R of the README for one accumulator."""
    i = channel if requant["granularity"] == "per_channel" else 0
    multiplier, shift = requant["multiplier"][i], requant["shift"][i]
    if requant["rounding"] == "double":
        return ar.multiply_by_quantized_multiplier(ar.wrap32(acc), multiplier, shift)
    return ar.multiply_by_quantized_multiplier_int64(acc, multiplier, shift)


def finish(p, acc, channel):
    """Requantize, add the output offset, clamp."""
    return ar.clamp(requantize(p["requant"], acc, channel) + p["output_offset"], p["activation_min"], p["activation_max"])


def bias_of(p, t, channels):
    return t["bias"].data if p["has_bias"] else [0] * channels


def taps(start, size, filter_size, dilation):
    """(filter index, input index) of the taps that fall inside the image."""
    return [(k, start + dilation * k) for k in range(filter_size) if 0 <= start + dilation * k < size]


def conv2d(p, t, output_shape):
    batches, in_h, in_w, in_c = t["input"].shape
    out_c, k_h, k_w, group_c = t["weights"].shape
    x, w = t["input"].data, t["weights"].data
    bias = bias_of(p, t, out_c)
    per_group = out_c // p["groups"]
    out = []
    for n, oy, ox, o in product(*map(range, output_shape)):
        acc = bias[o]
        first_c = o // per_group * group_c
        for ky, iy in taps(oy * p["stride"][0] - p["padding"]["top"], in_h, k_h, p["dilation"][0]):
            for kx, ix in taps(ox * p["stride"][1] - p["padding"]["left"], in_w, k_w, p["dilation"][1]):
                xi = ((n * in_h + iy) * in_w + ix) * in_c + first_c
                wi = ((o * k_h + ky) * k_w + kx) * group_c
                for c in range(group_c):
                    acc += (x[xi + c] + p["input_offset"]) * (w[wi + c] + p["filter_offset"])
        out.append(finish(p, acc, o))
    return out


def depthwise_conv2d(p, t, output_shape):
    batches, in_h, in_w, in_c = t["input"].shape
    _, k_h, k_w, out_c = t["weights"].shape
    x, w = t["input"].data, t["weights"].data
    bias = bias_of(p, t, out_c)
    out = []
    for n, oy, ox, o in product(*map(range, output_shape)):
        acc = bias[o]
        c = o // p["depth_multiplier"]
        for ky, iy in taps(oy * p["stride"][0] - p["padding"]["top"], in_h, k_h, p["dilation"][0]):
            for kx, ix in taps(ox * p["stride"][1] - p["padding"]["left"], in_w, k_w, p["dilation"][1]):
                value = x[((n * in_h + iy) * in_w + ix) * in_c + c] + p["input_offset"]
                acc += value * (w[(ky * k_w + kx) * out_c + o] + p["filter_offset"])
        out.append(finish(p, acc, o))
    return out


def transpose_conv2d(p, t, output_shape):
    batches, in_h, in_w, in_c = t["input"].shape
    out_c, k_h, k_w, _ = t["weights"].shape
    _, out_h, out_w, _ = output_shape
    x, w = t["input"].data, t["weights"].data
    acc = bias_of(p, t, out_c) * (batches * out_h * out_w)
    for n, iy, ix, ky, kx in product(range(batches), range(in_h), range(in_w), range(k_h), range(k_w)):
        oy = iy * p["stride"][0] - p["padding"]["top"] + ky
        ox = ix * p["stride"][1] - p["padding"]["left"] + kx
        if not (0 <= oy < out_h and 0 <= ox < out_w):
            continue
        for o, c in product(range(out_c), range(in_c)):
            value = x[((n * in_h + iy) * in_w + ix) * in_c + c] + p["input_offset"]
            weight = w[((o * k_h + ky) * k_w + kx) * in_c + c] + p["filter_offset"]
            acc[((n * out_h + oy) * out_w + ox) * out_c + o] += value * weight
    return [finish(p, a, i % out_c) for i, a in enumerate(acc)]


def fully_connected(p, t, output_shape):
    out_c, depth = t["weights"].shape
    x, w = t["input"].data, t["weights"].data
    bias = bias_of(p, t, out_c)
    out = []
    for n, o in product(range(count(output_shape) // out_c), range(out_c)):
        acc = bias[o]
        for i in range(depth):
            acc += (x[n * depth + i] + p["input_offset"]) * (w[o * depth + i] + p["filter_offset"])
        out.append(finish(p, acc, o))
    return out


def pool_windows(p, t, output_shape):
    """The values inside the image under each output cell."""
    _, in_h, in_w, channels = t["input"].shape
    for n, oy, ox, c in product(*map(range, output_shape)):
        rows = taps(oy * p["stride"][0] - p["padding"]["top"], in_h, p["filter"][0], 1)
        columns = taps(ox * p["stride"][1] - p["padding"]["left"], in_w, p["filter"][1], 1)
        yield [t["input"].data[((n * in_h + y) * in_w + x) * channels + c] for _, y in rows for _, x in columns]


def average_rounded(total, n):
    """C division (towards zero) after adding half the count on the side of the sign."""
    return (total + n // 2) // n if total > 0 else -((-total + n // 2) // n)


def average_pool2d(p, t, output_shape):
    return [ar.clamp(average_rounded(sum(v), len(v)), p["activation_min"], p["activation_max"]) for v in pool_windows(p, t, output_shape)]


def max_pool2d(p, t, output_shape):
    return [ar.clamp(max(v), p["activation_min"], p["activation_max"]) for v in pool_windows(p, t, output_shape)]


def softmax_row_from_int8(p, row, output_dtype):
    low, high = RANGE[output_dtype]
    output_bits = 16 if output_dtype == "int16" else 8
    top = max(row)

    def exponential(x):
        """None when the element is too far below the maximum to count."""
        diff = x - top
        if diff < p["diff_min"]:
            return None
        return ar.exp_on_negative_values(ar.srdhm(ar.wrap32(diff << p["input_left_shift"]), p["input_multiplier"]))

    exps = [exponential(x) for x in row]
    total = sum(ar.rdbp(e, 12) for e in exps if e is not None)      # Q12.19
    headroom = ar.clz32(total)
    reciprocal = ar.one_over_one_plus_x_for_x_in_0_1((total << headroom) - (1 << 31))
    exponent = 12 - headroom + 31 - output_bits
    return [low if e is None else ar.clamp(ar.rdbp(ar.srdhm(reciprocal, e), exponent) + low, low, high) for e in exps]


def softmax_row_from_int16(p, row, exp_lut, one_by_one_lut):
    top = max(row)
    exps = []
    for x in row:
        scaled = ar.multiply_by_quantized_multiplier(x - top, p["input_multiplier"], p["input_left_shift"])
        exps.append(ar.lut_int16(ar.sat16(scaled + 32767), exp_lut))
    total = sum(exps)
    headroom = ar.clz32(total)
    shifted = ((total << (headroom - 1)) + (1 << 13)) >> 14
    reciprocal = ar.lut_int16(ar.sat16(shifted - ((1 << 15) + (1 << 16))), one_by_one_lut)
    right = 31 - headroom
    return [ar.clamp((e * reciprocal + (1 << (right - 1))) >> right, 0, 32767) for e in exps]


def softmax(p, t, output_shape, output_dtype="int8"):
    x = t["input"].data
    columns = t["input"].shape[-1]
    out = []
    for start in range(0, len(x), columns):
        row = x[start:start + columns]
        if t["input"].dtype == "int16":
            out += softmax_row_from_int16(p, row, t["exp_lut"].data, t["one_by_one_lut"].data)
        else:
            out += softmax_row_from_int8(p, row, output_dtype)
    return out


def batch_matmul(p, t, output_shape):
    lhs, rhs = t["lhs"], t["rhs"]
    depth = lhs.shape[2] if p["adj_x"] else lhs.shape[3]
    out = []
    for b0, b1, row, column in product(*map(range, output_shape)):
        acc = 0
        for k in range(depth):
            left = lhs.data[broadcast_offset(lhs.shape, (b0, b1, k, row) if p["adj_x"] else (b0, b1, row, k))]
            right = rhs.data[broadcast_offset(rhs.shape, (b0, b1, column, k) if p["adj_y"] else (b0, b1, k, column))]
            acc += (left + p["lhs_offset"]) * (right + p["rhs_offset"])
        out.append(finish(p, acc, 0))
    return out


def svdf(p, t, output_shape):
    steps, batches, depth = t["input_sequence"].shape
    _, filters, memory = t["initial_state"].shape
    wf, wt = t["weights_feature"].data, t["weights_time"].data
    state = list(t["initial_state"].data)
    units = filters // p["rank"]
    bias = bias_of(p, t, units)
    low, high = RANGE[t["initial_state"].dtype]
    for step, b, f in product(range(steps), range(batches), range(filters)):
        x = t["input_sequence"].data[(step * batches + b) * depth:][:depth]
        dot = sum((x[i] + p["input_offset"]) * wf[f * depth + i] for i in range(depth))
        newest = ar.multiply_by_quantized_multiplier(ar.wrap32(dot), p["multiplier_in"], p["shift_in"])
        newest = ar.clamp(newest, p["input_activation_min"], p["input_activation_max"]) + p["state_zero_point"]
        assert low <= newest <= high
        row = (b * filters + f) * memory
        state[row:row + memory] = state[row + 1:row + memory] + [newest]
    out = []
    for b, u in product(range(batches), range(units)):
        acc = bias[u]
        for f, m in product(range(u * p["rank"], (u + 1) * p["rank"]), range(memory)):
            acc += (state[(b * filters + f) * memory + m] + p["state_offset"]) * wt[f * memory + m]
        scaled = ar.multiply_by_quantized_multiplier(ar.wrap32(acc), p["multiplier_out"], p["shift_out"])
        out.append(ar.clamp(scaled + p["output_offset"], p["activation_min"], p["activation_max"]))
    return out


GATES = ("input", "forget", "cell", "output")


def lstm_gate(p, t, gate, x, h, unit):
    """The gate's pre-activation (Q3.12) for one unit."""
    def scale(acc, pair):
        if p["rounding"] == "double":
            return ar.multiply_by_quantized_multiplier(ar.wrap32(acc), *pair)
        return ar.multiply_by_quantized_multiplier_int64(acc, *pair)

    wx, wh = t[gate + "_input_weights"].data, t[gate + "_hidden_weights"].data
    acc = t[gate + "_bias"].data[unit] + sum((v + p["input_offset"]) * wx[unit * len(x) + i] for i, v in enumerate(x))
    v = ar.sat16(scale(acc, p["gates"][gate]["gate_input"]))
    acc = sum((v - p["output_zero_point"]) * wh[unit * len(h) + i] for i, v in enumerate(h))
    hidden = scale(acc, p["gates"][gate]["gate_hidden"])
    assert ar.INT16_MIN <= hidden <= ar.INT16_MAX, "implementations differ on whether the hidden part saturates alone"
    return ar.sat16(v + hidden)


def lstm_unidirectional(p, t, output_shape):
    depth = t["input"].shape[2]
    batches, steps = (t["input"].shape[1::-1] if p["time_major"] else t["input"].shape[:2])
    units = t["input_hidden_weights"].shape[0]
    low, high = RANGE[t["input"].dtype]
    table = t["sigmoid_lut"].data
    mbqm = ar.multiply_by_quantized_multiplier
    out = [0] * count(output_shape)
    for b in range(batches):
        h, c = [p["output_zero_point"]] * units, [0] * units
        for step in range(steps):
            position = step * batches + b if p["time_major"] else b * steps + step
            x = t["input"].data[position * depth:(position + 1) * depth]
            new_h = []
            for u in range(units):
                i, f, g, o = (lstm_gate(p, t, gate, x, h, u) for gate in GATES)
                i, f, o = (ar.sigmoid_int16(v, 0, table) for v in (i, f, o))
                g = ar.tanh_int16(g, 0, table)
                kept = ar.sat16(mbqm(f * c[u], *p["forget_to_cell"]))
                c[u] = ar.clamp(kept + mbqm(i * g, *p["input_to_cell"]), -p["cell_clip"], p["cell_clip"])
                squashed = ar.tanh_int16(c[u], p["cell_scale_power"] + 12, table)
                new_h.append(ar.clamp(mbqm(o * squashed, *p["output"]) + p["output_offset"], low, high))
            h = new_h
            out[position * units:(position + 1) * units] = h
    return out


def network(p, t, output_shape):
    current = t["input"]
    for layer in p["layers"]:
        own = {"input": current}
        for name in ("weights", "bias"):
            if "layer_%d_%s" % (layer["layer"], name) in t:
                own[name] = t["layer_%d_%s" % (layer["layer"], name)]
        data = KERNELS[layer["op"]](layer, own, layer["output_shape"])
        current = Tensor(current.dtype, layer["output_shape"], "", data)
    return current.data


def mbqm_int32(p, t, output_shape):
    return [ar.multiply_by_quantized_multiplier(*v) for v in zip(t["x"].data, t["multiplier"].data, t["shift"].data)]


def mbqm_int64(p, t, output_shape):
    return [ar.multiply_by_quantized_multiplier_int64(*v) for v in zip(t["x"].data, t["multiplier"].data, t["shift"].data)]


KERNELS = {f.__name__: f for f in (
    conv2d, depthwise_conv2d, transpose_conv2d, fully_connected, average_pool2d, max_pool2d, softmax, batch_matmul, svdf, lstm_unidirectional,
    network, mbqm_int32, mbqm_int64, *elementwise.ALL, *movement.ALL, *prepare.ALL, *reductions.ALL)}


def run(op, types, params, tensors, output_shape):
    """The flat output of any case."""
    if op == "softmax":
        return softmax(params, tensors, output_shape, types["output"])
    if op in ("quantize", "requantize"):
        return KERNELS[op](params, tensors, output_shape, types["output"])
    return KERNELS[op](params, tensors, output_shape)
