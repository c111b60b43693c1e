"""What every case needs: the seeded generator, tensors of seeded values, geometry, multipliers, and make_case."""
import math

import arithmetic as ar
import kernels
from tensors import RANGE, Tensor, count

MASK64 = (1 << 64) - 1


class Rng:
    """xorshift64* (Vigna): x ^= x>>12; x ^= x<<25; x ^= x>>27; the value is the high 32 bits of x * 2685821657736338717.
    The state starts as the FNV-1a 64 hash of "<seed>/<case id>", so that no case depends on another one."""

    def __init__(self, seed, name):
        x = 0xCBF29CE484222325
        for byte in ("%d/%s" % (seed, name)).encode("ascii"):
            x = (x ^ byte) * 0x100000001B3 & MASK64
        self.x = x or 1

    def next32(self):
        x = self.x
        x ^= x >> 12
        x = (x ^ x << 25) & MASK64
        self.x = x = x ^ x >> 27
        return (x * 2685821657736338717 & MASK64) >> 32

    def integer(self, lo, hi):
        """lo..hi inclusive (spans up to 2^64; the bias of the modulus does not matter here)."""
        span = hi - lo + 1
        return lo + (self.next32() << 32 | self.next32()) % span

    def values(self, n, lo, hi, rails=16):
        """n values over lo..hi, about one in `rails` of them at an end of the range (0: none on purpose)."""
        def one():
            if rails and self.integer(1, rails) == 1:
                return lo if self.integer(0, 1) else hi
            return self.integer(lo, hi)
        return [one() for _ in range(n)]

    def jitter(self):
        """A factor in 0.75 .. 1.25."""
        return self.integer(7500, 12500) / 10000


def tensor(dtype, shape, layout, data):
    return Tensor(dtype, list(shape), layout, list(data))


def random_tensor(rng, dtype, shape, layout, rails=16, logical=None):
    return tensor(dtype, shape, layout, rng.values(count(shape), *RANGE[logical or dtype], rails))


def ramp(n, lo, hi):
    """lo, lo+1, .. hi, lo, ..: every value of the range."""
    return [lo + i % (hi - lo + 1) for i in range(n)]


HALF = 1 << 30          # the multiplier 0.5: SRDHM(x, HALF) is x/2, ties upwards
ALMOST_ONE = (1 << 31) - 1
BYTES = ramp(256, -128, 127)


def zero_points(**zero_points_by_name):
    """Zero points as the format has them: an offset beside each, of the same sign for an output only."""
    params = {}
    for name, value in zero_points_by_name.items():
        params.update({name + "_offset": value if name == "output" else -value, name + "_zero_point": value})
    return params


def factor(name, multiplier, shift):
    return {name + "_multiplier": multiplier, name + "_shift": shift}


def bits(values, shape=None):
    """float32 values as their bits."""
    return tensor("int32", shape or [len(values)], "flat", [ar.bits_of_float(v) for v in values])


class Cases:
    """The cases of one category, in order; `only` names the ones to keep where a builder serves two categories."""

    def __init__(self, category, seed, only=None):
        self.category, self.seed, self.only, self.cases = category, seed, only, []

    def rng(self, name):
        return Rng(self.seed, self.category + "/" + name)

    def add(self, name, purpose, op, types, params, tensors, output_dtype, output_shape, layout, may_wrap=False):
        if self.only and name not in self.only:
            return
        before = ar.wraps
        data = kernels.run(op, types, params, tensors, list(output_shape))
        assert may_wrap or ar.wraps == before, (name, "int32 overflow that C leaves undefined")
        tensors = {**tensors, "output": tensor(output_dtype, output_shape, layout, data)}
        self.cases.append({
            "id": self.category + "/" + name, "op": op, "source": "seed %d" % self.seed, "generator": "make_vectors.py",
            "answered_by": "independent Python implementation", "purpose": purpose, "params": params, "tensors": tensors, "types": types})


# geometry -----------------------------------------------------------------------------------------------------------
def same_axis(size, filter_size, stride, dilation):
    """(output size, before, after): the odd cell goes after."""
    out = -(-size // stride)
    total = max(0, (out - 1) * stride + (filter_size - 1) * dilation + 1 - size)
    return out, total // 2, total - total // 2


def valid_axis(size, filter_size, stride, dilation):
    return (size + stride - (filter_size - 1) * dilation - 1) // stride, 0, 0


def explicit_axis(size, filter_size, stride, dilation, before, after):
    return (size + before + after - (filter_size - 1) * dilation - 1) // stride + 1, before, after


def geometry(size, filter_size, stride, dilation, padding):
    """((out_h, out_w), padding dict).  `padding` is SAME, VALID or (top, left, bottom, right)."""
    axes = list(zip(size, filter_size, stride, dilation))
    same, valid = [same_axis(*a) for a in axes], [valid_axis(*a) for a in axes]
    if padding == "SAME" or padding == "VALID":
        (out_h, top, bottom), (out_w, left, right) = same if padding == "SAME" else valid
        kind = "SAME_OR_VALID" if same == valid else padding
    else:
        (out_h, top, bottom), (out_w, left, right) = (explicit_axis(*a, padding[i], padding[i + 2]) for i, a in enumerate(axes))
        kind = "EXPLICIT"
    return (out_h, out_w), {"top": top, "left": left, "bottom": bottom, "right": right, "kind": kind}


# the three kinds of convolution arithmetic, and their multipliers ----------------------------------------------------
KINDS = {
    "s8": {"input": "int8", "weights": "int8", "bias": "int32", "output": "int8"},
    "s4": {"input": "int8", "weights": "int4", "bias": "int32", "output": "int8"},
    "s16": {"input": "int16", "weights": "int8", "bias": "int64", "output": "int16"},
    "s16b32": {"input": "int16", "weights": "int8", "bias": "int32", "output": "int16"},
}


def requant_of(types, granularity, multiplier, shift):
    wide = types.get("bias") == "int64"
    return {"granularity": granularity, "accumulator": "int64" if wide else "int32", "rounding": "int64_reduced" if wide else "double",
            "multiplier": multiplier, "shift": shift}


def spread(types, terms, input_offset=0, filter_offset=0):
    """A rough standard deviation of an accumulator of `terms` products."""
    def rms(dtype, offset):
        lo, hi = RANGE[dtype]
        return math.sqrt(((hi - lo) ** 2) / 12 + offset * offset)
    return math.sqrt(terms) * rms(types["input"], input_offset) * rms(types["weights"], filter_offset)


def chosen_requant(rng, types, channels, granularity, sigma):
    """Multipliers that spread accumulators of deviation sigma over most of the output type."""
    target = 55 if types["output"] == "int8" else 12000
    n = channels if granularity == "per_channel" else 1
    pairs = [ar.quantize_multiplier(target / sigma * rng.jitter()) for _ in range(n)]
    return requant_of(types, granularity, [m for m, _ in pairs], [s for _, s in pairs])


def conv_params(types, c, requant):
    """The parameters that the whole convolution family shares; c is the case's own settings."""
    lo, hi = c.get("act", RANGE[types["output"]])
    return {"input_offset": -c.get("zp_in", 0), "output_offset": c.get("zp_out", 0), "input_zero_point": c.get("zp_in", 0),
            "output_zero_point": c.get("zp_out", 0), "filter_offset": -c.get("zp_w", 0), "filter_zero_point": c.get("zp_w", 0),
            "activation_min": lo, "activation_max": hi, "requant": requant, "has_bias": c.get("has_bias", True)}


def weighted(cases, op, kind, name, purpose, c, own_params, input_shape, input_layout, weight_shape, weight_layout, channels, terms,
             output_shape, output_layout, may_wrap=False):
    """A case of the convolution family.  c may give zp_in, zp_out, zp_w, act,
    has_bias, granularity, gain (of the chosen multipliers), multiplier, shift, x, w, bias."""
    from vector_format import pack_int4
    rng, types = cases.rng(name), dict(KINDS[kind])
    sigma = spread(types, terms, c.get("zp_in", 0), c.get("zp_w", 0)) / c.get("gain", 1)
    granularity = c.get("granularity", "per_channel")
    requant = chosen_requant(rng, types, channels, granularity, sigma)
    for key in ("multiplier", "shift"):
        if key in c:
            requant[key] = [c[key][i % len(c[key])] for i in range(len(requant[key]))]
    params = {**own_params, **conv_params(types, c, requant)}
    x = random_tensor(rng, types["input"], input_shape, input_layout)
    w = random_tensor(rng, "int8", weight_shape, weight_layout, logical=types["weights"])
    tensors = {"input": x._replace(data=list(c.get("x", x.data))), "weights": w._replace(data=list(c.get("w", w.data)))}
    if kind == "s4":
        packed = pack_int4(tensors["weights"].data)
        tensors["weights_packed"] = tensor("int8", [len(packed)], "packed", packed)
    if params["has_bias"]:
        bias = rng.values(channels, -int(sigma), int(sigma), 0)
        tensors["bias"] = tensor(types["bias"], [channels], "O", c.get("bias", bias))
    cases.add(name, purpose, op, types, params, tensors, types["output"], output_shape, output_layout, may_wrap)


def conv(cases, kind, name, purpose, hw, c_in, filter_hw, c_out, padding="SAME", stride=(1, 1), dilation=(1, 1), groups=1, batch=1,
         may_wrap=False, **c):
    (out_h, out_w), pads = geometry(hw, filter_hw, stride, dilation, padding)
    own = {"stride": list(stride), "dilation": list(dilation), "padding": pads, "groups": groups}
    weighted(cases, "conv2d", kind, name, purpose, c, own, (batch, *hw, c_in), "NHWC", (c_out, *filter_hw, c_in // groups), "OHWI", c_out,
                    filter_hw[0] * filter_hw[1] * c_in // groups, (batch, out_h, out_w, c_out), "NHWC", may_wrap)


def depthwise(cases, kind, name, purpose, hw, c_in, filter_hw, padding="SAME", stride=(1, 1), dilation=(1, 1), mult=1, batch=1, **c):
    (out_h, out_w), pads = geometry(hw, filter_hw, stride, dilation, padding)
    own = {"stride": list(stride), "dilation": list(dilation), "padding": pads, "depth_multiplier": mult}
    weighted(cases, "depthwise_conv2d", kind, name, purpose, c, own, (batch, *hw, c_in), "NHWC", (1, *filter_hw, c_in * mult), "1HWC",
                    c_in * mult, filter_hw[0] * filter_hw[1], (batch, out_h, out_w, c_in * mult), "NHWC")


def dense(cases, kind, name, purpose, n, depth, c_out, may_wrap=False, **c):
    c.setdefault("granularity", "per_tensor")
    weighted(cases, "fully_connected", kind, name, purpose, c, {}, (n, depth), "NI", (c_out, depth), "OI", c_out, depth, (n, c_out), "NO",
                    may_wrap)


def transpose_conv(cases, kind, name, purpose, hw, c_in, filter_hw, c_out, padding="SAME", stride=(2, 2), batch=1, out_hw=None, **c):
    """SAME: output = input * stride.  VALID: (input - 1) * stride + filter.  The padding is that of the forward convolution."""
    pads = []
    sizes = []
    for axis in (0, 1):
        reach = (hw[axis] - 1) * stride[axis] + filter_hw[axis]
        size = out_hw[axis] if out_hw else hw[axis] * stride[axis] if padding == "SAME" else reach
        total = max(0, reach - size)
        sizes.append(size)
        pads.append((total // 2, total - total // 2))
    own = {"stride": list(stride), "dilation": [1, 1],
           "padding": {"top": pads[0][0], "left": pads[1][0], "bottom": pads[0][1], "right": pads[1][1], "kind": "TRANSPOSED"}}
    overlap = max(1, filter_hw[0] * filter_hw[1] // (stride[0] * stride[1]))
    weighted(cases, "transpose_conv2d", kind, name, purpose, c, own, (batch, *hw, c_in), "NHWC", (c_out, *filter_hw, c_in), "OHWI", c_out,
                    overlap * c_in, (batch, *sizes, c_out), "NHWC")
