"""More edges of the operators that cases_conv and cases_other begin: wrap-around, unequal channels, windows at and beyond the border, clamps."""
from build import ALMOST_ONE, BYTES, HALF, Cases, conv, dense, depthwise, ramp, transpose_conv
from cases_other import batch_matmul_case, pool_case, softmax_case
from cases_recurrent import lstm_case, svdf_case

TOP, BOTTOM = (1 << 31) - 1, -(1 << 31)


def conv_edges_s8(seed):
    k = Cases("conv_edges_s8", seed)

    def case(name, purpose, *a, **c):
        conv(k, "s8", name, purpose, *a, **c)

    case("sum_wraps", "the int32 sum wraps: it neither saturates nor goes on in 64 bits", (2, 2), 3, (1, 1), 4,
         x=[127, 90, 3, 50, 127, 9, 80, 70, 60, 1, 2, 3],
         w=[127] * 3 + [-128] * 3 + [100] * 3 + [-100] * 3, bias=[TOP, BOTTOM, TOP - 9000,
                                                                  BOTTOM + 9000], multiplier=[ALMOST_ONE], shift=[-25], may_wrap=True)
    case("bias_wraps", "the bias alone is at the ends of int32", (1, 1), 1, (1, 1), 4, x=[0], bias=[TOP, BOTTOM, TOP - 1, BOTTOM + 1],
         multiplier=[HALF, ALMOST_ONE],
         shift=[-24, -24, -31, -31])
    case("bias_only", "weights of 0: each output is its own bias, the last of an odd count too", (2, 2), 2, (1, 1), 7, w=[0] * 14,
         bias=[-3000, 70000, -1, 1, 40000, -40000, 65539],
         multiplier=[1234567890], shift=[-10])
    case("unequal_channels", "per-channel scales from 2^-20 to 2^3 next to each other", (3, 3), 4, (1, 1), 8, multiplier=[HALF, 2000000011, 1500000003],
         shift=[-20, -6, -8, 3, -9, -13, -7, 0])
    case("unequal_biases", "biases that dwarf the sums of the channels between them", (2, 3), 2, (2, 2), 6,
         bias=[1 << 28, 3, -(1 << 28), -7, 1 << 20, 0],
         multiplier=[1700000001], shift=[-21, -9, -21, -9, -13, -9])
    case("saturates", "both ends of int8 are reached by most outputs", (4, 4), 3, (3, 3), 4, gain=6, zp_in=-3, zp_out=5)
    case("shift_one", "a left shift of one", (1, 32), 1, (1, 1), 2, x=ramp(32, -16, 15), w=[3, -5], bias=[1, 2], multiplier=[1300000007, HALF],
         shift=[1])
    case("shift_30_wraps", "a left shift of 30 keeps two bits of the sum", (1, 32), 1, (1, 1), 2, x=ramp(32, -16, 15), w=[1, -1], bias=[0, 1],
         multiplier=[HALF],
         shift=[30], may_wrap=True)
    case("shift_31", "a right shift of 31: only the sign of the largest sums is left", (1, 2), 1, (1, 1), 4,
         bias=[TOP - 20000, BOTTOM + 20000, 1 << 29, -(1 << 29)],
         multiplier=[ALMOST_ONE], shift=[-31])
    case("clamp_one_code", "a clamp of a single code", (2, 2), 2, (1, 1), 3, act=(17, 17))
    case("clamp_low_first", "the clamp at the low end alone", (3, 3), 2, (2, 2), 3, act=(-20, 127), zp_out=-20, gain=2)
    case("clamp_high_only", "the clamp at the high end alone", (3, 3), 2, (2, 2), 3, act=(-128, 20), zp_out=-20, gain=2)
    case("bottom_right_padding", "padding only below and to the right", (4, 4), 2, (3, 3), 3, (0, 0, 2, 2), zp_in=80)
    case("top_padding", "padding only on top: rows shift down", (4, 4), 2, (3, 3), 3, (2, 0, 0, 0), zp_in=-80)
    case("left_padding", "padding only on the left", (4, 4), 2, (3, 3), 3, (0, 2, 0, 0), zp_in=-80)
    case("same_both_odd", "one row and one column of padding in all: below and to the right", (4, 4), 2, (2, 2), 3, zp_in=55)
    case("same_stride_three", "SAME with stride 3 on 8 x 10: no padding on one axis, an odd one on the other", (8, 10), 2, (3, 3), 3,
         stride=(3, 3), zp_in=-31)
    case("stride_beyond_filter", "strides larger than the filter skip cells", (7, 8), 2, (2, 1), 3, stride=(3, 4), zp_in=12)
    case("stride_beyond_image", "a stride larger than the image: one output", (3, 3), 2, (2, 2), 3, stride=(5, 5), zp_in=-12)
    case("windows_miss_above", "windows that lie above the image: bias only", (3, 3), 2, (2, 2), 3, (4, 0, 0, 0), zp_in=-128)
    case("windows_miss_right", "windows that lie to the right of the image: bias only", (3, 3), 2, (2, 2), 3, (0, 0, 0, 5), zp_in=127)
    case("dilation_width_only", "dilation along the width alone", (4, 9), 2, (3, 3), 3, dilation=(1, 3), zp_in=-44)
    case("dilation_stride", "dilation and stride in one window, odd padding", (8, 9), 2, (2, 3), 3, stride=(2, 2), dilation=(3, 2), zp_in=20)
    case("dilation_odd_padding", "dilated SAME padding that is odd: the larger part is below", (5, 5), 2, (2, 2), 3, dilation=(3, 3), zp_in=61)
    case("row_filter", "a filter of one row", (3, 8), 2, (1, 5), 3, zp_in=-6)
    case("column_filter", "a filter of one column", (8, 3), 2, (5, 1), 3, zp_in=-6)
    case("one_cell", "a 1x1 image under a 3x3 filter: the middle tap", (1, 1), 5, (3, 3), 4, zp_in=-60)
    case("one_of_everything", "one cell, one channel, one filter", (1, 1), 1, (1, 1), 1, zp_in=5, zp_out=-5)
    case("groups_pointwise", "groups of three channels under 1x1 filters", (2, 2), 9, (1, 1), 6, groups=3, zp_in=-13)
    case("groups_per_channel", "as many groups as channels: a depthwise convolution", (3, 3), 5, (3, 3), 5, groups=5, zp_in=4)
    case("batch_three", "three images: input and output each go on", (2, 3), 3, (2, 2), 2, batch=3, zp_in=33)
    case("zero_points_opposite", "input at 127, output at -128", (3, 3), 2, (3, 3), 3, zp_in=127, zp_out=-128, gain=0.8)
    case("zero_points_opposite_again", "input at -128, output at 127", (3, 3), 2, (3, 3), 3, zp_in=-128, zp_out=127, gain=0.8)
    case("no_bias_per_tensor", "no bias and one multiplier", (3, 3), 3, (2, 2), 3, has_bias=False, granularity="per_tensor", zp_in=-21)
    case("products_255", "inputs 255 above the zero point times -128: products of 16 bits", (2, 2), 4, (1, 1), 2, zp_in=-128, x=[127] * 16,
         w=[-128] * 4 + [127] * 4)
    case("multiplier_smallest", "multipliers of 2^30 and next to it", (1, 64), 1, (1, 1), 2, x=ramp(64, -32, 31), w=[3, 5], bias=[0, 1],
         multiplier=[HALF, HALF + 1], shift=[-1])
    return k


def depthwise_edges_s8(seed):
    k = Cases("depthwise_conv_edges_s8", seed)

    def case(name, purpose, *a, **c):
        depthwise(k, "s8", name, purpose, *a, **c)

    case("bias_wraps", "biases at the ends of int32", (1, 1), 4, (1, 1), x=[0] * 4, bias=[TOP, BOTTOM, TOP - 1, BOTTOM + 1],
         multiplier=[HALF, ALMOST_ONE],
         shift=[-24, -24, -31, -31])
    case("bias_only", "weights of 0: the last bias of an odd count too", (2, 2), 7, (2, 2), w=[0] * 28,
         bias=[-3000, 70000, -1, 1, 40000, -40000, 65539], multiplier=[1234567890],
         shift=[-10])
    case("unequal_channels", "per-channel scales from 2^-18 to 2^2 next to each other", (3, 3), 8, (2, 2), multiplier=[HALF, 2000000011, 1500000003],
         shift=[-18, -6, -8, 2, -9, -13, -7, 0])
    case("saturates", "both ends of int8 are reached by most outputs", (4, 4), 3, (3, 3), gain=6, zp_in=-3, zp_out=5)
    case("two_roundings", "one rounding instead of two", (16, 16), 2, (1, 1), x=[v for b in BYTES for v in (b, -1 - b)], w=[3, -5], bias=[1, 0],
         multiplier=[1431655765, 1518500250], shift=[-1, -2])
    case("stride_not_square", "stride (2, 1)", (6, 5), 3, (3, 3), stride=(2, 1), zp_in=21)
    case("stride_not_square_again", "stride (1, 3)", (5, 8), 3, (3, 3), stride=(1, 3), zp_in=-21)
    case("stride_beyond_filter", "strides larger than the filter", (7, 8), 3, (2, 1), stride=(3, 4), zp_in=12)
    case("dilation_width_only", "dilation along the width alone", (4, 9), 3, (3, 3), dilation=(1, 3), zp_in=-44)
    case("dilation_odd_padding", "dilated SAME padding that is odd", (5, 5), 3, (2, 2), dilation=(3, 1), zp_in=61)
    case("bottom_right_padding", "padding only below and to the right", (4, 4), 3, (3, 3), (0, 0, 2, 2), zp_in=80)
    case("top_padding", "padding only on top", (4, 4), 3, (3, 3), (2, 0, 0, 0), zp_in=-80)
    case("windows_miss", "windows that see no input: bias only", (2, 2), 3, (2, 2), (3, 3, 3, 3), zp_in=-90)
    case("row_filter", "a filter of one row", (3, 8), 3, (1, 5), zp_in=-6)
    case("column_filter", "a filter of one column", (8, 3), 3, (5, 1), zp_in=-6)
    case("multiplier_three_stride", "depth multiplier 3 with stride 2", (5, 5), 3, (3, 3), stride=(2, 2), mult=3, zp_in=17)
    case("multiplier_batch", "depth multiplier 2 over two images", (3, 3), 2, (2, 2), mult=2, batch=2, zp_in=-17)
    case("clamp_low", "the clamp at the low end alone", (3, 3), 4, (2, 2), act=(-20, 127), zp_out=-20, gain=2)
    case("clamp_high", "the clamp at the high end alone", (3, 3), 4, (2, 2), act=(-128, 20), zp_out=-20, gain=2)
    case("products_255", "inputs 255 above the zero point times -128", (2, 2), 4, (2, 2), zp_in=-128, x=[127] * 16, w=[-128, 127] * 8)
    case("zero_points_opposite", "input at 127, output at -128", (3, 3), 3, (3, 3), zp_in=127, zp_out=-128, gain=0.8)
    case("one_cell", "a 1x1 image under a 3x3 filter", (1, 1), 5, (3, 3), zp_in=-60)
    return k


def fully_connected_edges_s8(seed):
    k = Cases("fully_connected_edges_s8", seed)

    def case(name, purpose, *a, **c):
        dense(k, "s8", name, purpose, *a, **c)

    case("sum_wraps", "the int32 sum wraps: it neither saturates nor goes on in 64 bits", 3, 4, 4, granularity="per_channel", x=[127, 90, 3, 50] * 3,
         w=[127] * 4 + [-128] * 4 + [100] * 4 + [-100] * 4, bias=[TOP, BOTTOM, TOP - 9000,
                                                                  BOTTOM + 9000], multiplier=[ALMOST_ONE], shift=[-25], may_wrap=True)
    case("bias_only", "weights of 0: the last bias of an odd count too", 2, 3, 7, w=[0] * 21, bias=[-3000, 70000, -1, 1, 40000, -40000, 65539],
         multiplier=[1234567890], shift=[-10])
    case("bias_beyond_int16", "biases that need more than 16 bits", 2, 2, 4, bias=[32768, -32769, 65536, -65537], multiplier=[HALF], shift=[-8])
    case("unequal_channels", "per-channel scales from 2^-18 to 2^2 next to each other", 3, 4, 8, granularity="per_channel",
         multiplier=[HALF, 2000000011, 1500000003],
         shift=[-18, -6, -8, 2, -9, -13, -7, 0])
    case("saturates", "both ends of int8 are reached by most outputs", 4, 12, 5, gain=6, zp_in=-3, zp_out=5)
    case("ties_away", "ties of RDBP away from zero, both signs", 256, 1, 2, x=BYTES, w=[2, -6], bias=[0, 4], multiplier=[HALF], shift=[-2])
    case("ties_srdhm_upwards", "ties of SRDHM towards +infinity, both signs", 256, 1, 2, x=BYTES, w=[1, -1], bias=[0, 1], multiplier=[HALF], shift=[0])
    case("shift_30_wraps", "a left shift of 30 keeps two bits of the sum", 16, 1, 2, x=ramp(16, -8, 7), w=[1, -1], bias=[0, 1],
         multiplier=[HALF], shift=[30], may_wrap=True)
    case("batch_five", "five rows", 5, 6, 3, zp_in=40)
    case("one_of_everything", "one row, one input, one unit", 1, 1, 1, zp_in=-5, zp_out=5)
    case("zero_points_opposite", "input at 127, output at -128", 2, 9, 4, zp_in=127, zp_out=-128, gain=0.8)
    case("zero_point_low", "input at -128: the sum of 255 times the weights", 2, 9, 4, zp_in=-128, zp_out=127, gain=0.8)
    case("clamp_one_code", "a clamp of a single code", 2, 5, 3, act=(-9, -9))
    case("clamp_low", "the clamp at the low end alone", 2, 9, 5, act=(-20, 127), zp_out=-20, gain=2)
    case("clamp_high", "the clamp at the high end alone", 2, 9, 5, act=(-128, 20), zp_out=-20, gain=2)
    case("extreme_products", "pairs of products that overflow int16", 2, 16, 3, zp_in=127, x=[-128] * 32, w=[-128] * 16 + [127] * 16 + [-128, 127] * 8)
    case("no_bias_per_channel", "no bias, one multiplier per unit", 2, 8, 5, granularity="per_channel", has_bias=False, zp_in=6)
    return k


def transpose_conv_edges_s8(seed):
    k = Cases("transpose_conv_edges_s8", seed)

    def case(name, purpose, *a, **c):
        transpose_conv(k, "s8", name, purpose, *a, **c)

    case("saturates", "both ends of int8", (3, 3), 2, (3, 3), 3, gain=6, zp_in=-3)
    case("per_tensor", "one multiplier for all channels", (2, 3), 3, (2, 2), 4, granularity="per_tensor", zp_in=8)
    case("unequal_channels", "per-channel scales far apart", (2, 2), 3, (2, 2), 6, multiplier=[HALF, 2000000011], shift=[-16, -6, -8, 1, -9, -12])
    case("overlap", "a filter much larger than the stride: each output sums many inputs", (3, 3), 2, (5, 5), 2, stride=(2, 2), zp_in=-9)
    case("stride_width_only", "stride (1, 3)", (3, 3), 2, (3, 2), 3, stride=(1, 3), zp_in=-50)
    case("one_cell", "a 1x1 image spreads the filter itself", (1, 1), 3, (3, 3), 2, "VALID", zp_in=-1)
    case("clamp_relu", "ReLU clamps at the output zero point", (2, 2), 3, (3, 3), 3, zp_out=-40, act=(-40, 127))
    case("zero_point_high", "input at 127", (2, 2), 3, (3, 3), 3, zp_in=127, zp_out=-128, gain=0.8)
    return k


def wide_edges_s16(seed):
    k = Cases("conv_edges_s16", seed)
    conv(k, "s16b32", "bias32_sum_wraps", "the int32 sum of int16 inputs wraps", (1, 2), 3, (1, 1), 2, x=[32767, 30000, 20000, -32768, -9, 77],
         w=[127] * 3 + [-128] * 3,
         bias=[TOP, BOTTOM], multiplier=[ALMOST_ONE], shift=[-16], may_wrap=True)
    conv(k, "s16", "saturates", "both ends of int16", (3, 3), 2, (2, 2), 3, gain=6)
    conv(k, "s16", "unequal_channels", "multipliers that are 2^15 apart", (2, 2), 3, (1, 1), 4, multiplier=[HALF, 1999999999], shift=[-4, -19, -9, -11])
    conv(k, "s16", "shift_31", "a right shift of 31 in the 64-bit form", (1, 2), 2, (1, 1), 2, bias=[1 << 46, -(1 << 46)],
         multiplier=[1700000001], shift=[-31])
    conv(k, "s16", "dilation_odd_padding", "dilated padding that is odd", (4, 5), 2, (2, 2), 3, dilation=(3, 1))
    conv(k, "s16", "dilation_beyond_image", "a dilation larger than the image: only the middle tap is inside", (2, 2), 3, (3, 3), 3, dilation=(4, 5))
    conv(k, "s16", "groups", "three groups", (3, 3), 6, (2, 2), 6, groups=3)
    depthwise(k, "s16", "depthwise_saturates", "both ends of int16", (3, 3), 3, (2, 2), gain=6)
    depthwise(k, "s16", "depthwise_stride", "stride (2, 1) and an odd padding", (4, 5), 3, (3, 3), stride=(2, 1))
    dense(k, "s16", "dense_saturates", "both ends of int16", 3, 9, 4, gain=6)
    dense(k, "s16", "dense_bias_beyond_int32", "biases that need 37 bits", 2, 3, 4, bias=[1 << 35, -(1 << 35), 3 << 34, -(5 << 33)],
          multiplier=[1700000000], shift=[-21])
    dense(k, "s16b32", "dense_bias32_sum_wraps", "the int32 sum of int16 inputs wraps", 2, 3, 2, x=[32767, 30000, 20000, -32768, -9, 77],
          w=[127] * 3 + [-128] * 3,
          bias=[TOP, BOTTOM], multiplier=[ALMOST_ONE], shift=[-16], may_wrap=True)
    return k


def pool_edges(op, category):
    def build(seed):
        k = Cases(category, seed)

        def case(name, purpose, *a, **c):
            pool_case(k, op, "int8", name, purpose, *a, **c)

        case("one_by_one", "a 1x1 window is a copy", (3, 4), 2, (1, 1))
        case("stride_beyond_window", "strides larger than the window skip cells", (7, 8), 2, (2, 2), "VALID", (3, 4))
        case("row_window", "a window of one row", (3, 8), 2, (1, 5))
        case("column_window", "a window of one column", (8, 3), 2, (5, 1))
        case("window_beyond_image", "a window larger than the image: one divisor for all", (2, 2), 3, (5, 5))
        case("bottom_right_padding", "padding only below and to the right", (4, 4), 2, (3, 3), (0, 0, 2, 2))
        case("stride_width_only", "stride (1, 2), the odd padding cell at the right", (4, 6), 2, (3, 3), stride=(1, 2))
        case("clamp_low", "the clamp at the low end alone", (4, 4), 3, (2, 2), act=(-10, 127))
        case("clamp_high", "the clamp at the high end alone", (4, 4), 3, (2, 2), act=(-128, 10))
        case("clamp_one_code", "a clamp of a single code", (2, 2), 3, (2, 2), act=(5, 5))
        case("batch_three", "three images", (3, 3), 2, (2, 2), batch=3)
        case("rails", "windows full of one end of int8", (4, 4), 2, (2, 2), "VALID", (2, 2), x=[-128, 127] * 16)
        if op == "average_pool2d":
            case("border_ties", "halves at borders and corners, where the divisor is 4 and 6, of both signs", (9, 9), 2, (3, 3), low=-4, high=4)
            case("border_ties_even", "halves where the divisor is 1, 2 and 4", (8, 8), 2, (2, 2), low=-5, high=5)
            case("negative_ties", "halves of negative sums only", (4, 40), 1, (2, 1), "VALID", (2, 1), low=-9, high=-1)
            case("divide_by_six", "sixths, and their halves", (2, 60), 2, (2, 3), "VALID", (2, 3), low=-6, high=6)
        else:
            case("negative_border", "the maximum at the border of an image of small values: padding is below all of them", (3, 3), 3, (3, 3),
                 low=-128, high=-120)
        return k
    return build


def softmax_edges(dtype, category):
    def build(seed):
        k = Cases(category, seed)
        low = 0 if dtype == "uint8" else -128

        def case(name, purpose, shape, scale, x=None, beta=1.0):
            softmax_case(k, dtype, name, purpose, shape, scale, x and [v + low for v in x], beta, dtype)

        case("one_element", "one element is 255/256: it saturates below one", (4, 1), 0.3, [0, 1, 200, 255])
        case("maximum_below_zero", "the maximum is searched from the row itself, not from 0", (2, 6), 1.0,
             [5, 0, 28, 27, 10, 3, 127, 127, 127, 0, 127, 126])
        case("rows_far_apart", "the maximum of one row is not that of the next", (3, 4), 0.5, [0, 1, 2, 3, 255, 254, 253, 252, 100, 100, 101, 99])
        case("huge_differences", "all but one element beyond the cut-off", (1, 5), 4.0, [255, 0, 1, 100, 200])
        case("two_maxima", "two equal maxima share one half each", (1, 6), 3.0, [255, 0, 255, 7, 9, 0])
        case("all_lowest", "a row of the lowest code", (1, 9), 0.1, [0] * 9)
        case("all_highest", "a row of the highest code", (1, 9), 0.1, [255] * 9)
        case("tiny_scale", "a scale so small that all elements are nearly equal", (2, 10), 0.0001)
        case("sum_of_511", "511 equal elements: the last division is by 2^31, the most that is defined", (1, 511), 0.05, [77] * 511)
        case("sum_narrow", "a sum kept in 16 or 24 bits overflows: 33 near-maximal elements", (1, 33), 0.01, [250 - i % 4 for i in range(33)])
        case("beta_small", "beta 0.25 is part of the multiplier", (2, 8), 0.2, beta=0.25)
        case("beta_large", "beta 3.5 moves the cut-off", (2, 8), 0.2, beta=3.5)
        case("ladder", "one step a column: every exponent between the maximum and the cut-off", (2, 24), 0.4, [255 - i for i in range(48)])
        return k
    return build


def batch_matmul_edges(seed):
    k = Cases("batch_matmul_edges_s8", seed)

    def case(name, purpose, *a, **c):
        batch_matmul_case(k, "int8", name, purpose, *a, **c)

    case("saturates", "both ends of int8", (1, 1), (1, 1), 3, 6, 4, gain=6)
    case("zero_points_rails", "zero points at opposite ends", (1, 1), (1, 1), 2, 7, 3, zero_points=(-128, 127, -128), gain=0.6)
    case("zero_points_swapped", "lhs and rhs each have their own", (1, 1), (1, 1), 3, 5, 3, zero_points=(70, -70, 0))
    case("one_of_everything", "one row, one column, depth one", (1, 1), (1, 1), 1, 1, 1, zero_points=(3, -3, 9))
    case("broadcast_both", "both batch axes are stretched, by different inputs, both transposed", (2, 1), (1, 3), 2, 3, 2, True, True,
         zero_points=(1, 2, 3))
    case("square_adj_x", "square matrices: only the transposition tells rows from columns", (1, 1), (1, 1), 4, 4, 4, adj_x=True, zero_points=(9, 1, 0))
    return k


def lstm_edges(dtype):
    def build(seed):
        k = Cases("lstm_edges_" + ("s8" if dtype == "int8" else "s16"), seed)
        open_gates = {"input": 8, "forget": 8, "output": 8}
        lstm_case(k, dtype, "cell_ends",
                  "a cell at its negative end is -32767, not -32768; int16 output shows it when the cell leaves again" if dtype == "int16"
                  else "a cell that runs from one end to the other", 2, 12, 2, 8, cell_power=-15, gain=5.0, drive={"input": 8, "forget": 3,
                                                                                                                   "output": 8})
        lstm_case(k, dtype, "cell_highest", "the cell runs to its positive end", 1, 6, 2, 4, cell_power=-14, drive={**open_gates, "cell": 8})
        lstm_case(k, dtype, "forgets", "a closed forget gate: each step starts anew", 1, 4, 3, 3, drive={"forget": -8})
        lstm_case(k, dtype, "keeps", "a closed input gate: the cell stays", 1, 4, 3, 3, drive={"forget": 8, "input": -8})
        lstm_case(k, dtype, "silent", "a closed output gate: the output stays at its zero point", 1, 3, 3, 3,
                  zp_out=0 if dtype == "int16" else 12, drive={"output": -8})
        lstm_case(k, dtype, "batches", "three batches of unlike inputs: each has its own state", 3, 3, 2, 3, zp_in=0 if dtype == "int16" else -7)
        lstm_case(k, dtype, "one_unit", "one unit, one input", 1, 5, 1, 1)
        return k
    return build


def svdf_edges(seed):
    k = Cases("svdf_edges_s8", seed)
    svdf_case(k, "memory_one", "a memory of one step: nothing moves", "int16", 3, 1, 4, 3, 1, 1, zp_in=-5)
    svdf_case(k, "rank_three", "three filters to a unit", "int16", 4, 1, 5, 2, 3, 3, zp_in=17, zp_out=-17)
    svdf_case(k, "row_ends", "the newest step of one filter is not the oldest of the next", "int16", 5, 1, 3, 4, 1, 2, zp_in=30)
    svdf_case(k, "batch_rank", "two batches of rank 2 with old state", "int16", 2, 2, 3, 3, 2, 4, zp_in=-60, zp_out=9)
    svdf_case(k, "output_saturates", "the output saturates at both ends", "int16", 4, 2, 6, 6, 1, 3, gain_in=3.5)
    svdf_case(k, "zero_point_low", "input at -128", "int16", 3, 1, 6, 3, 1, 4, zp_in=-128, zp_out=127)
    svdf_case(k, "int8_state_batch", "int8 state with a zero point, two batches", "int8", 3, 2, 4, 3, 1, 4, zp_in=-20, zp_state=7,
              input_act=(-120, 120), start="zero")
    for n in (1, 7, 8, 9, 17, 33):
        svdf_case(k, "depth_%d" % n, "depth %d: the tail of the inner sum" % n, "int16", 2, 1, n, 2, 1, 3, zp_in=n - 10)
    for n in (7, 8, 9, 17):
        svdf_case(k, "memory_%d" % n, "a memory of %d steps: the tail of the sum over time" % n, "int16", 2, 1, 3, 2, 1, n, zp_in=5)
    return k


ALL = (conv_edges_s8, depthwise_edges_s8, fully_connected_edges_s8, transpose_conv_edges_s8, wide_edges_s16,
       pool_edges("average_pool2d", "avgpool_edges_s8"), pool_edges("max_pool2d", "maxpool_edges_s8"),
       softmax_edges("int8", "softmax_edges_s8"), softmax_edges("uint8", "softmax_edges_u8"),
       batch_matmul_edges, svdf_edges, lstm_edges("int8"), lstm_edges("int16"))
