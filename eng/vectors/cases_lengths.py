"""Every operator that sums or walks rows at the lengths around vector widths, so that a tail is dropped or read twice at every phase."""
from build import Cases, conv, dense, depthwise, transpose_conv
from cases_other import batch_matmul_case, pool_case, softmax_case
from cases_pairs import LENGTHS

SHORT = (1, 3, 7, 9, 17, 33)


def conv_lengths(kind):
    def build(seed):
        k = Cases("conv_lengths_" + kind, seed)
        for n in LENGTHS:
            conv(k, kind, "input_channels_%d" % n, "%d input channels: the tail of the inner sum" % n, (2, 3), n, (1, 1), 3,
                 zp_in=n - 20 if kind != "s16" else 0)
        for n in LENGTHS:
            conv(k, kind, "output_channels_%d" % n,
                 "%d output channels: the last ones after whole groups, bias and multiplier each their own" % n, (2, 2), 3, (1, 1), n,
                 zp_in=11 - n if kind != "s16" else 0)
        for n in SHORT:
            conv(k, kind, "window_%d" % n, "rows of 3 x %d under a window: the tail at every phase, cut at the borders" % n, (3, 3), n, (3, 3), 2,
                 zp_in=7 if kind != "s16" else 0)
        for width in (1, 2, 5, 9):
            conv(k, kind, "width_%d" % width, "an image %d wide: columns after whole blocks of columns" % width, (1, width), 4, (1, 1), 3)
        return k
    return build


def depthwise_lengths(kind):
    def build(seed):
        k = Cases("depthwise_conv_lengths_" + kind, seed)
        for n in LENGTHS:
            depthwise(k, kind, "channels_%d" % n, "%d channels: the tail after whole vectors" % n, (3, 2), n, (3, 3),
                      zp_in=n - 20 if kind != "s16" else 0)
        for n, mult in ((1, 8), (2, 4), (3, 5), (5, 3), (4, 4)):
            depthwise(k, kind, "multiplier_%d_of_%d" % (mult, n), "%d channels times %d: input channel of output o is o / %d" % (n, mult, mult),
                      (3, 3), n, (2, 2), mult=mult,
                      zp_in=5 if kind != "s16" else 0)
        return k
    return build


def dense_lengths(kind):
    def build(seed):
        k = Cases("fully_connected_lengths_" + kind, seed)
        for n in LENGTHS:
            dense(k, kind, "depth_%d" % n, "depth %d: the tail of the inner sum" % n, 2, n, 4, zp_in=n - 20 if kind != "s16" else 0)
        for n in LENGTHS:
            dense(k, kind, "units_%d" % n, "%d units: the last ones after whole groups" % n, 2, 5, n, granularity="per_channel",
                  zp_in=9 - n if kind != "s16" else 0)
        return k
    return build


def transpose_conv_lengths(seed):
    k = Cases("transpose_conv_lengths_s8", seed)
    for n in LENGTHS:
        transpose_conv(k, "s8", "input_channels_%d" % n, "%d input channels: the tail of the inner sum" % n, (2, 2), n, (2, 2), 2, zp_in=n - 20)
    for n in SHORT:
        transpose_conv(k, "s8", "output_channels_%d" % n, "%d output channels" % n, (2, 2), 2, (2, 3), n, zp_in=3)
    return k


def pool_lengths(op, dtype, category):
    def build(seed):
        k = Cases(category, seed)
        for n in LENGTHS:
            pool_case(k, op, dtype, "channels_%d" % n, "%d channels: the tail after whole vectors" % n, (3, 3), n, (2, 2))
        return k
    return build


def softmax_lengths(seed):
    k = Cases("softmax_lengths_s8", seed)
    for n in LENGTHS:
        softmax_case(k, "int8", "columns_%d" % n, "rows of %d: the maximum and the sum take the tail too" % n, (2, n), 0.07)
    for n in (8, 17):
        x = [-100] * n
        softmax_case(k, "int8", "maximum_last_%d" % n, "the maximum is the last of %d" % n, (1, n), 0.04, x[:-1] + [90])
    return k


def batch_matmul_lengths(dtype):
    def build(seed):
        k = Cases("batch_matmul_lengths_" + ("s8" if dtype == "int8" else "s16"), seed)
        for n in LENGTHS:
            batch_matmul_case(k, dtype, "depth_%d" % n, "depth %d: the tail of the inner sum" % n, (1, 1), (1, 1), 2, n, 3,
                              zero_points=(n - 20, 5, 1) if dtype == "int8" else (0, 0, 0))
        return k
    return build


ALL = (conv_lengths("s8"), conv_lengths("s4"), conv_lengths("s16"), depthwise_lengths("s8"), depthwise_lengths("s4"), depthwise_lengths("s16"),
       dense_lengths("s8"), dense_lengths("s4"), dense_lengths("s16"), transpose_conv_lengths, pool_lengths("average_pool2d", "int8",
                                                                                                            "avgpool_lengths_s8"),
       pool_lengths("max_pool2d", "int8", "maxpool_lengths_s8"), pool_lengths("average_pool2d", "int16", "avgpool_lengths_s16"), softmax_lengths,
       batch_matmul_lengths("int8"), batch_matmul_lengths("int16"))
