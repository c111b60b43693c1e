"""Cases of the convolution family: conv2d, depthwise_conv2d, fully_connected, transpose_conv2d."""
from build import ALMOST_ONE, BYTES, HALF, Cases, conv, dense, depthwise, ramp, transpose_conv


def conv_s8(seed):
    k = Cases("conv_s8", seed)

    def case(name, purpose, *a, **c):
        conv(k, "s8", name, purpose, *a, **c)

    case("ties_away_negative", "ties of RDBP away from zero: negative accumulators exactly half way", (16, 16), 1, (1, 1), 6, x=BYTES,
         w=[2, 4, -2, 6, -8, 2], bias=[0, 4, 8, -8, 16, -64], multiplier=[HALF], shift=[-1, -2, -3, -4, -5, -6])
    case("ties_srdhm_upwards", "ties of SRDHM towards +infinity: odd accumulators of both signs times one half, no right shift", (16, 16), 1, (1, 1), 3,
         x=BYTES, w=[1, -1, 1], bias=[0, 0, 1], multiplier=[HALF], shift=[0])
    case("two_roundings", "a single rounding instead of SRDHM then RDBP: every byte through small right shifts", (16, 16), 1, (1, 1), 6, x=BYTES,
         w=[1, 3, -3, 7, -7, 5], bias=[0, 1, -1, 2, -2, 3], multiplier=[1518500250, 1073741825, 1610612737, 2147483647, 1431655765, 1288490189],
         shift=[-1, -1, -2, -3, -2, -1])
    case("same_even_height", "the odd padding cell goes to the bottom: even height, stride 2, odd width", (8, 7), 3, (3, 3), 5, stride=(2, 2),
         zp_in=-20, zp_out=11)
    case("same_even_width", "the odd padding cell goes to the right: even width, stride 2, odd height", (7, 8), 3, (3, 3), 5, stride=(2, 2), zp_in=33)
    case("same_even_filter", "even filters under SAME: 2x4 pads 0/1 rows and 1/2 columns", (6, 6), 2, (2, 4), 4, zp_in=5, zp_out=-7)
    case("valid_remainder", "VALID drops the rows and columns that no whole window fits", (8, 9), 3, (3, 3), 4, "VALID", (2, 3), zp_in=9)
    case("stride_height_only", "height and width strides swapped", (9, 6), 2, (3, 3), 4, stride=(3, 1), zp_in=8)
    case("dilation_same", "padding must use the dilated filter size", (9, 8), 2, (3, 3), 4, dilation=(2, 2), zp_in=40)
    case("dilation_height_only", "height and width dilation swapped", (10, 6), 2, (3, 3), 4, "VALID", dilation=(3, 1), zp_in=-9)
    case("groups_two", "each group reads its own input channels", (5, 5), 6, (3, 3), 4, groups=2, zp_in=-12)
    case("groups_one_channel", "one input channel per group with two outputs each: the group is output / 2", (5, 4), 3, (3, 2), 6, groups=3, zp_in=7)
    case("pointwise_17", "inner length 17: the tail after whole vectors", (4, 3), 17, (1, 1), 9, zp_in=13, zp_out=-5)
    case("inner_5", "inner length 5 per tap: short rows of a 3x3 window", (4, 5), 5, (3, 3), 7, zp_in=-66)
    case("full_window", "the window covers the whole input: one output cell", (5, 6), 3, (5, 6), 8, "VALID", zp_in=50)
    case("window_beyond_input", "a window larger than the input: only some taps exist", (2, 1), 4, (5, 3), 3, zp_in=-30)
    case("no_bias", "a null bias pointer is a zero bias", (5, 5), 3, (3, 3), 4, has_bias=False, zp_in=-11)
    case("input_zero_point_low", "input zero point -128: the padded value is -128 and input - zero point reaches 255", (5, 5), 2, (3, 3), 4, zp_in=-128,
         zp_out=-10, gain=0.7)
    case("input_zero_point_high", "input zero point 127: input - zero point reaches -255", (5, 5), 2, (3, 3), 4, zp_in=127, zp_out=10, gain=0.7)
    case("output_zero_point_low", "output zero point -128: half of the results clamp at it", (4, 4), 3, (3, 3), 4, zp_in=-5, zp_out=-128)
    case("extreme_products", "-128 times -128 with zero point 127: pairs that overflow int16", (3, 3), 16, (3, 3), 3, zp_in=127, x=[-128] * 144,
         w=[-128] * 144 + [127] * 144 + [-128, 127] * 72)
    case("clamp_narrow", "the clamp is narrower than int8 and comes after the output offset", (5, 5), 3, (3, 3), 4, zp_out=30, act=(-40, 75), gain=0.6)
    case("clamp_relu", "ReLU clamps at the output zero point, not at 0", (5, 5), 3, (3, 3), 4, zp_out=-28, act=(-28, 127))
    case("shift_left", "positive shifts: the left shift comes before the multiply", (16, 16), 1, (1, 1), 4, x=BYTES, w=[1, -1, 1, -1], bias=[0, 3, -7, 1],
         multiplier=[HALF + 12345, 1288490189, ALMOST_ONE, HALF], shift=[1, 2, 3, 4], act=(-128, 127), zp_out=1)
    case("shift_right_large", "right shifts of 20 to 31 with large biases", (4, 4), 2, (1, 1), 4, bias=[1 << 30, -(1 << 30), (1 << 31) - 70000, -(1 << 31) + 70000],
         multiplier=[ALMOST_ONE, 1400000000], shift=[-24, -25, -30, -31])
    case("accumulator_passes_int32", "a running sum that leaves int32 and comes back: no saturation, no overflow check", (2, 2), 4, (1, 1), 2,
         x=[127, 127, -128, -128] * 4, w=[127, 127, 127, 127, -128, -128, -128, -128], bias=[(1 << 31) - 9, -(1 << 31) + 9], multiplier=[ALMOST_ONE],
         shift=[-25])
    case("dead_channel", "multiplier 0 and shift 0: the channel is the output zero point", (3, 3), 2, (1, 1), 3, zp_out=-9, multiplier=[0, 1300000000, 0],
         shift=[0, -7, 0])
    case("batch_two", "the second batch starts after the whole first image", (4, 5), 3, (3, 3), 4, batch=2, stride=(2, 2), zp_in=-77)
    case("explicit_padding", "explicit padding larger at the top and left", (5, 5), 2, (3, 3), 3, (2, 2, 0, 1), stride=(2, 1), zp_in=60)
    case("explicit_all_padding", "a border of windows that see no input at all: bias only", (3, 3), 2, (2, 2), 3, (2, 3, 2, 3), zp_in=-90)
    case("per_tensor", "one multiplier for all channels", (4, 4), 3, (3, 3), 5, granularity="per_tensor", zp_in=-2)
    return k


def conv_s4(seed):
    k = Cases("conv_s4", seed)

    def case(name, purpose, *a, **c):
        conv(k, "s4", name, purpose, *a, **c)

    case("odd_count", "last int4 of an odd count: 3x3x3x5 = 135 values", (4, 4), 3, (3, 3), 5, zp_in=9)
    case("odd_rows", "nibbles run on across odd rows: 3 inputs, even total", (3, 4), 3, (1, 1), 4, zp_in=-40)
    case("one_weight", "a single int4 in one byte", (4, 4), 1, (1, 1), 1, w=[-8], multiplier=[1400000000], shift=[-3])
    case("sign_extension", "every value -8..7 in both nibbles", (3, 3), 16, (1, 1), 4, w=ramp(16, -8, 7) + ramp(16, -8, 7)[::-1] + ramp(17, -8, 7)[1:] + [7, -8] * 8)
    case("same_stride", "odd channels with SAME padding and stride 2", (6, 7), 5, (3, 3), 3, stride=(2, 2), zp_in=-128)
    case("dilation_groups", "dilation and groups over packed weights", (7, 7), 4, (2, 3), 6, dilation=(2, 1), groups=2, zp_in=31)
    case("no_bias_batch", "no bias, batch 2", (3, 3), 7, (3, 3), 3, "VALID", batch=2, has_bias=False, zp_in=3, zp_out=-60)
    case("inner_33", "inner length 33: an odd tail after whole vectors", (2, 2), 33, (1, 1), 5, zp_in=-100, act=(-70, 60), gain=0.5)
    return k


def conv_s16(seed):
    k = Cases("conv_s16", seed)

    def case(name, purpose, *a, kind="s16", **c):
        conv(k, kind, name, purpose, *a, **c)

    case("same", "int64 bias, 15-bit multiplier, one rounding", (5, 6), 3, (3, 3), 4, stride=(2, 2))
    case("ties", "ties of the 64-bit form go towards +infinity, also for negative accumulators", (1, 64), 1, (1, 1), 4, x=ramp(64, -32, 31), w=[1, -1, 3, 2],
         bias=[0, 0, 1, 0], multiplier=[HALF], shift=[0, 0, -1, -2])
    case("multiplier_limit", "multipliers at and above 0x7FFF0000 become 0x7FFF", (1, 50), 1, (1, 1), 6, bias=[1 << 24] * 6, w=[127, -128, 99, 101, 127, 3],
         multiplier=[0x7FFEFFFF, 0x7FFF0000, 0x7FFF8000, 0x7FFFFFFF, 0x7FFE8000, 0x7FFE7FFF], shift=[-10])
    case("beyond_int32", "sums beyond int32: 600 products of full size", (1, 2), 600, (1, 1), 3, x=[32767] * 600 + [-32768] * 600,
         w=[127] * 600 + [-128] * 600 + [127, -128] * 300, gain=0.02)
    case("bias_beyond_int32", "biases that need 37 bits", (2, 3), 3, (1, 1), 4, bias=[1 << 35, -(1 << 35), 3 << 34, -(5 << 33)], multiplier=[1700000000],
         shift=[-21, -21, -22, -21])
    case("shift_left", "positive shifts in the 64-bit form", (4, 4), 1, (1, 1), 3, x=ramp(16, -8, 7), w=[1, -3, 9], bias=[5, -9, 2], shift=[1, 3, 6])
    case("dilation_groups", "dilation, groups and batch 2", (6, 5), 4, (2, 2), 4, dilation=(2, 3), groups=2, batch=2)
    case("no_bias_narrow", "no bias, clamp narrower than int16", (4, 4), 5, (3, 3), 3, "VALID", has_bias=False, act=(-15000, 9000))
    case("bias32_same", "int32 bias takes the double-rounding form", (5, 5), 3, (3, 3), 4, kind="s16b32", stride=(2, 1))
    case("bias32_two_roundings", "int32 bias: the 64-bit form gives other values", (1, 128), 1, (1, 1), 4, kind="s16b32", x=ramp(128, -64, 63), w=[1, 3, -5, 7],
         bias=[0, 1, -1, 2], multiplier=[HALF, 1431655765, 1610612737, HALF], shift=[-1, -2, -1, -3])
    case("bias32_pointwise_19", "int32 bias, inner length 19", (3, 3), 19, (1, 1), 5, kind="s16b32", act=(0, 32767))
    return k


def depthwise_conv_s8(seed):
    k = Cases("depthwise_conv_s8", seed)

    def case(name, purpose, *a, **c):
        depthwise(k, "s8", name, purpose, *a, **c)

    case("multiplier_two", "output channel = input channel * 2 + m", (5, 5), 3, (3, 3), mult=2, zp_in=-19)
    case("multiplier_one_input", "one input channel, depth multiplier 7", (6, 5), 1, (3, 3), mult=7, zp_in=25)
    case("same_even_height", "the odd padding cell goes to the bottom", (8, 7), 4, (3, 3), stride=(2, 2), zp_in=-20)
    case("same_even_width", "the odd padding cell goes to the right", (7, 8), 4, (3, 3), stride=(2, 2), zp_in=88)
    case("valid_remainder", "VALID drops incomplete windows, height and width strides differ", (8, 9), 3, (3, 3), "VALID", (2, 3), zp_in=-70)
    case("channels_37", "37 channels: the tail after whole vectors", (3, 3), 37, (3, 3), zp_in=1, zp_out=-3)
    case("dilation", "dilated padding, height and width differ", (9, 8), 3, (3, 3), dilation=(3, 2), zp_in=-15)
    case("full_window", "the window covers the whole input", (5, 4), 6, (5, 4), "VALID", zp_in=-99)
    case("window_beyond_input", "1x2 image under a 3x3 window", (1, 2), 5, (3, 3), zp_in=70)
    case("ties_away", "ties of RDBP away from zero, per channel shifts", (32, 8), 4, (1, 1), multiplier=[HALF], shift=[-1, -2, -3, -4],
         x=[v for b in BYTES for v in [b] * 4], w=[2, -4, 8, 2], bias=[0, 4, -8, 16])
    case("zero_point_low", "zero points at -128", (4, 5), 3, (3, 3), zp_in=-128, zp_out=-128, gain=0.8)
    case("no_bias", "null bias", (4, 4), 5, (3, 3), has_bias=False, zp_in=-31)
    case("shift_left", "positive shifts", (5, 5), 2, (1, 1), w=[1, -1], multiplier=[1200000001, 1900000001], shift=[1, 2], bias=[3, -3])
    case("batch_two_clamp", "batch 2 with a narrow clamp", (4, 3), 3, (3, 2), batch=2, mult=2, zp_in=5, zp_out=20, act=(-30, 70))
    case("explicit_padding", "explicit padding larger at the top and left", (5, 5), 3, (3, 3), (2, 2, 0, 0), zp_in=-50)
    case("per_tensor", "one multiplier for all channels", (4, 4), 5, (3, 3), granularity="per_tensor", zp_in=44)
    return k


def depthwise_conv_s4(seed):
    k = Cases("depthwise_conv_s4", seed)

    def case(name, purpose, *a, **c):
        depthwise(k, "s4", name, purpose, *a, **c)

    case("odd_count", "last int4 of an odd count: 3x3x5 = 45 values", (4, 4), 5, (3, 3), zp_in=18)
    case("odd_channels_even_total", "nibbles run on across odd channel rows: 2x2x7", (4, 3), 7, (2, 2), zp_in=-6)
    case("multiplier_three", "depth multiplier 3 over packed weights", (5, 4), 3, (3, 3), stride=(2, 2), mult=3, zp_in=-128)
    case("dilation_no_bias", "dilation, no bias", (7, 7), 3, (3, 2), dilation=(2, 3), has_bias=False, zp_in=90)
    case("sign_extension", "every value -8..7", (2, 2), 16, (1, 1), w=ramp(16, -8, 7), zp_in=3, zp_out=8, act=(-100, 90))
    return k


def depthwise_conv_s16(seed):
    k = Cases("depthwise_conv_s16", seed)

    def case(name, purpose, *a, kind="s16", **c):
        depthwise(k, kind, name, purpose, *a, **c)

    case("multiplier_two", "depth multiplier 2, int64 bias", (5, 5), 3, (3, 3), mult=2)
    case("dilation_batch", "dilation and batch 2", (6, 6), 3, (2, 2), dilation=(2, 2), batch=2)
    case("bias_beyond_int32", "biases that need 36 bits", (3, 3), 2, (3, 3), bias=[1 << 35, -(1 << 35)], multiplier=[1600000000], shift=[-21])
    case("ties", "ties towards +infinity", (1, 32), 2, (1, 1), x=[v for i in range(32) for v in (2 * i - 31, i - 16)], w=[1, -1], bias=[0, 0],
         multiplier=[HALF], shift=[0])
    case("no_bias_narrow", "no bias, narrow clamp", (4, 4), 5, (3, 3), "VALID", has_bias=False, act=(-9000, 16000), gain=0.7)
    case("bias32_multiplier_three", "int32 bias takes the double-rounding form", (4, 5), 2, (3, 3), kind="s16b32", mult=3)
    case("bias32_two_roundings", "int32 bias: the 64-bit form gives other values", (8, 8), 2, (1, 1), kind="s16b32", x=ramp(128, -64, 63), w=[1, -3],
         bias=[0, 1], multiplier=[HALF, 1431655765], shift=[-1, -2])
    return k


def fully_connected_s8(seed):
    k = Cases("fully_connected_s8", seed)

    def case(name, purpose, *a, **c):
        dense(k, "s8", name, purpose, *a, **c)

    for depth in (1, 3, 7, 15, 33, 65):
        case("depth_%d" % depth, "inner length %d: loop tails" % depth, 2, depth, 5, zp_in=depth - 20, zp_out=3)
    case("filter_offset", "a filter zero point: the offset is added to every weight", 2, 21, 6, zp_in=-33, zp_w=-5, zp_out=9)
    case("filter_offset_high", "filter and input zero points at 127", 2, 19, 5, zp_in=127, zp_w=127, zp_out=-128, gain=0.5)
    case("per_channel", "one multiplier per output", 3, 30, 7, granularity="per_channel", zp_in=14, zp_out=-40)
    case("per_channel_ties", "ties of RDBP away from zero, one shift per output", 256, 1, 5, granularity="per_channel", x=BYTES, w=[2, 4, -2, 8, -6],
         bias=[0, 4, 8, 0, 16], multiplier=[HALF], shift=[-1, -2, -3, -4, -5])
    case("two_roundings", "a single rounding instead of SRDHM then RDBP", 256, 1, 2, x=BYTES, w=[3, -5], bias=[1, 0], multiplier=[1431655765], shift=[-1])
    case("no_bias", "null bias", 2, 40, 6, has_bias=False, zp_in=77)
    case("clamp_relu6", "clamp inside int8", 3, 24, 6, zp_in=-128, zp_out=-128, act=(-128, 50))
    case("shift_left", "positive shift", 64, 1, 2, x=ramp(64, -32, 31), w=[1, -1], bias=[1, 2], multiplier=[1234567891], shift=[2])
    case("shift_right_large", "right shift of 31: only sign and rounding are left", 4, 2, 4, bias=[(1 << 31) - 40000, -(1 << 31) + 40000, 1 << 30, -(1 << 30)],
         multiplier=[ALMOST_ONE], shift=[-31])
    return k


def fully_connected_s4(seed):
    k = Cases("fully_connected_s4", seed)

    def case(name, purpose, *a, **c):
        dense(k, "s4", name, purpose, *a, **c)

    case("odd_count", "last int4 of an odd count: 5 x 7", 2, 7, 5, zp_in=11)
    case("odd_rows", "odd row length: every second row starts in a high nibble", 2, 9, 6, zp_in=-13)
    case("one_weight", "a single int4", 3, 1, 1, w=[7], multiplier=[1500000000], shift=[-3], zp_in=-128)
    case("sign_extension", "every value -8..7 in both nibbles", 2, 16, 2, w=ramp(16, -8, 7) + ramp(17, -8, 7)[1:], zp_in=20)
    case("per_channel_no_bias", "one multiplier per output, no bias, depth 65", 2, 65, 5, granularity="per_channel", has_bias=False, zp_in=127)
    case("filter_offset", "a filter zero point on int4 weights", 2, 13, 5, zp_in=-4, zp_w=3)
    return k


def fully_connected_s16(seed):
    k = Cases("fully_connected_s16", seed)

    def case(name, purpose, *a, kind="s16", **c):
        dense(k, kind, name, purpose, *a, **c)

    case("per_tensor", "int64 bias, one multiplier", 2, 33, 6)
    case("per_channel", "int64 bias, one multiplier per output", 3, 17, 5, granularity="per_channel")
    case("beyond_int32", "sums beyond int32", 2, 600, 2, x=[32767] * 600 + [-32768] * 600, w=[127] * 600 + [-128] * 600, gain=0.02)
    case("multiplier_limit", "multipliers at and above 0x7FFF0000 become 0x7FFF", 40, 1, 4, granularity="per_channel", bias=[1 << 24] * 4, w=[127, -128, 99, 101],
         multiplier=[0x7FFEFFFF, 0x7FFF0000, 0x7FFFFFFF, 0x7FFE8000], shift=[-10])
    case("ties", "ties towards +infinity", 64, 1, 2, x=ramp(64, -32, 31), w=[1, -3], bias=[0, 0], multiplier=[HALF], shift=[0])
    case("no_bias_clamp", "no bias, clamp at 0", 3, 25, 5, has_bias=False, act=(0, 20000))
    case("bias32_per_tensor", "int32 bias takes the double-rounding form", 2, 21, 6, kind="s16b32")
    case("bias32_per_channel", "int32 bias, one multiplier per output, small values that show the rounding", 64, 1, 4, kind="s16b32",
         granularity="per_channel", x=ramp(64, -32, 31), w=[1, 3, -5, 7], bias=[0, 1, -1, 2], multiplier=[HALF, 1431655765], shift=[-1, -2, -2, -1])
    return k


def transpose_conv_s8(seed):
    k = Cases("transpose_conv_s8", seed)

    def case(name, purpose, *a, **c):
        transpose_conv(k, "s8", name, purpose, *a, **c)

    case("same_3x3", "SAME with stride 2 and a 3x3 filter: the odd padding cell is at the bottom and right", (3, 4), 3, (3, 3), 4, zp_in=-22, zp_out=6)
    case("same_4x4", "even filter: one padding cell on each side", (3, 3), 2, (4, 4), 3, zp_in=10)
    case("valid_3x3", "VALID: no padding, the output grows by filter - stride", (3, 3), 3, (3, 3), 4, "VALID", zp_in=-128)
    case("stride_beyond_filter", "output cells that no tap reaches hold only the bias", (3, 3), 2, (2, 1), 3, stride=(3, 3), zp_in=7)
    case("stride_height_only", "height and width swapped in stride and filter", (3, 5), 2, (4, 2), 3, stride=(3, 1), zp_in=127)
    case("stride_one", "stride 1: the filter is applied flipped", (4, 5), 2, (3, 3), 3, stride=(1, 1), zp_in=-6)
    case("no_bias_batch", "no bias, batch 2", (2, 3), 3, (3, 2), 4, batch=2, has_bias=False, zp_in=30, zp_out=-128)
    case("odd_output", "an output size that is not a multiple of the stride", (3, 3), 2, (3, 3), 3, out_hw=(5, 5), zp_in=-50, act=(-60, 70))
    case("ties_away", "ties of RDBP away from zero after scattering", (16, 16), 1, (1, 1), 2, stride=(1, 1), x=BYTES, w=[2, -4], bias=[0, 4],
         multiplier=[HALF], shift=[-1, -2])
    return k


def transpose_conv_s16(seed):
    k = Cases("transpose_conv_s16", seed)

    def case(name, purpose, *a, **c):
        transpose_conv(k, "s16", name, purpose, *a, **c)

    case("same_3x3", "int64 bias, SAME with stride 2", (3, 4), 3, (3, 3), 4)
    case("valid_2x3", "VALID with a filter that is not square", (3, 3), 2, (2, 3), 3, "VALID", stride=(2, 1))
    case("stride_beyond_filter", "output cells that hold only the bias", (2, 3), 2, (1, 2), 3, stride=(2, 3))
    case("bias_beyond_int32", "biases that need 36 bits", (2, 2), 2, (3, 3), 2, bias=[1 << 35, -(1 << 35)], multiplier=[1600000000], shift=[-21])
    case("no_bias_batch", "no bias, batch 2, narrow clamp", (2, 3), 3, (3, 3), 2, batch=2, has_bias=False, act=(-8000, 9000))
    return k


ALL = (conv_s8, conv_s4, conv_s16, depthwise_conv_s8, depthwise_conv_s4, depthwise_conv_s16, fully_connected_s8, fully_connected_s4,
       fully_connected_s16, transpose_conv_s8, transpose_conv_s16)
