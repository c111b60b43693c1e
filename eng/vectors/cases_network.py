"""Cases of layers in a row."""
import arithmetic as ar
from build import KINDS, Cases, chosen_requant, conv_params, geometry, random_tensor, spread, tensor
from tensors import count


class Network:
    """Collects layers; keeps the running shape and zero point."""

    def __init__(self, rng, shape, zero_point):
        self.rng, self.shape, self.zero_point = rng, list(shape), zero_point
        self.layers, self.tensors = [], {"input": random_tensor(rng, "int8", shape, "NHWC")}

    def add(self, op, params, output_shape):
        self.layers.append({"layer": len(self.layers), "op": op, **params, "output_shape": list(output_shape)})
        self.shape = list(output_shape)

    def weighted(self, op, own, weight_shape, layout, channels, terms, output_shape, zp_out, relu, granularity="per_channel", has_bias=True):
        types = KINDS["s8"]
        sigma = spread(types, terms, self.zero_point)
        settings = {"zp_in": self.zero_point, "zp_out": zp_out, "act": (zp_out if relu else -128, 127), "has_bias": has_bias}
        params = {**own, **conv_params(types, settings, chosen_requant(self.rng, types, channels, granularity, sigma))}
        prefix = "layer_%d_" % len(self.layers)
        self.tensors[prefix + "weights"] = random_tensor(self.rng, "int8", weight_shape, layout)
        if has_bias:
            self.tensors[prefix + "bias"] = tensor("int32", [channels], "O", self.rng.values(channels, -int(sigma), int(sigma), 0))
        self.add(op, params, output_shape)
        self.zero_point = zp_out
        return self

    def conv(self, filter_hw, channels, zp_out, stride=(1, 1), padding="SAME", relu=True, has_bias=True):
        n, h, w, c = self.shape
        (out_h, out_w), pads = geometry((h, w), filter_hw, stride, (1, 1), padding)
        own = {"stride": list(stride), "dilation": [1, 1], "padding": pads, "groups": 1}
        return self.weighted("conv2d", own, (channels, *filter_hw, c), "OHWI", channels, filter_hw[0] * filter_hw[1] * c, (n, out_h, out_w, channels),
                             zp_out, relu, has_bias=has_bias)

    def depthwise(self, filter_hw, zp_out, stride=(1, 1), padding="SAME", mult=1):
        n, h, w, c = self.shape
        (out_h, out_w), pads = geometry((h, w), filter_hw, stride, (1, 1), padding)
        own = {"stride": list(stride), "dilation": [1, 1], "padding": pads, "depth_multiplier": mult}
        return self.weighted("depthwise_conv2d", own, (1, *filter_hw, c * mult), "1HWC", c * mult, filter_hw[0] * filter_hw[1],
                             (n, out_h, out_w, c * mult), zp_out, True)

    def average(self, window, stride=None, padding="VALID"):
        n, h, w, c = self.shape
        stride = stride or window
        (out_h, out_w), pads = geometry((h, w), window, stride, (1, 1), padding)
        self.add("average_pool2d", {"filter": list(window), "stride": list(stride), "padding": pads, "activation_min": -128, "activation_max": 127},
                 (n, out_h, out_w, c))
        return self

    def dense(self, channels, zp_out, relu=False):
        depth = count(self.shape[1:])
        return self.weighted("fully_connected", {}, (channels, depth), "OI", channels, depth, (self.shape[0], channels), zp_out, relu, "per_tensor")

    def softmax(self, scale):
        m, s, diff_min = ar.softmax_prepare(1.0, scale)
        self.add("softmax", {"input_multiplier": m, "input_left_shift": s, "diff_min": diff_min, "input_scale": scale, "beta": 1.0}, self.shape)
        return self


def network_s8(seed):
    k = Cases("network_s8", seed)

    def case(name, purpose, shape, zero_point, layers):
        net = layers(Network(k.rng(name), shape, zero_point))
        k.add(name, purpose, "network", {"input": "int8", "output": "int8"}, {"layers": net.layers}, net.tensors, "int8", net.shape,
              "NHWC" if len(net.shape) == 4 else "NO")

    case("conv_dense", "an image is flattened in NHWC order for the fully connected layer", (1, 5, 4, 2), -9,
         lambda n: n.conv((3, 3), 3, -20, (2, 2)).dense(6, 4))
    case("separable", "depthwise then pointwise", (1, 6, 5, 4), 17, lambda n: n.depthwise((3, 3), -100, (2, 2)).conv((1, 1), 6, -7, relu=False))
    case("keyword", "conv, depthwise, average pool, softmax on the last axis", (1, 7, 5, 1), -128,
         lambda n: n.conv((4, 3), 5, -90, (2, 2)).depthwise((3, 3), -60).average((4, 3)).softmax(0.05))
    case("dense_softmax", "pool, dense, softmax in batches of 2", (2, 4, 4, 3), 30, lambda n: n.average((2, 2)).dense(10, -3).softmax(0.09))
    case("autoencoder", "three fully connected layers", (2, 1, 1, 16), 5, lambda n: n.dense(7, -128, True).dense(3, -128, True).dense(16, 10))
    case("no_bias_padded_pool", "a layer without bias, then a pool with SAME padding", (1, 6, 6, 3), -40,
         lambda n: n.conv((2, 2), 4, 12, padding="VALID", relu=False, has_bias=False).average((3, 3), (2, 2), "SAME"))
    case("zero_points_rails", "the zero point of one layer is the padding value of the next, at both ends", (1, 5, 5, 2), 127,
         lambda n: n.conv((3, 3), 4, 127, relu=False).depthwise((3, 3), -128, mult=2).conv((3, 3), 3, 0, relu=False))
    return k


ALL = (network_s8,)
