using Tiny.Bench.Reference.Arithmetic;

namespace Tiny.Bench.Reference.Kernels.Fast;

public sealed class FastSumsTests
{
    private static readonly WindowGeometry Window = new()
    {
        Batches = 1,
        InputHeight = 2,
        InputWidth = 2,
        InputChannels = 1,
        OutputHeight = 2,
        OutputWidth = 2,
        OutputChannels = 1,
        FilterHeight = 1,
        FilterWidth = 1,
    };

    private static readonly Requantization Codes = new()
    {
        Multipliers = [new QuantizedMultiplier(1 << 30, 1)],
        ActivationMinimum = -128,
        ActivationMaximum = 127,
    };

    [Fact]
    public void A_factor_of_one_gives_the_sums()
    {
        var output = new sbyte[4];

        Pack(Window, Codes, weight: 3)!.Run([1, -2, 3, -4], output);

        Assert.Equal([3, -6, 9, -12], output);
    }

    [Fact]
    public void Another_number_of_codes_is_refused()
    {
        IFastKernel<sbyte> kernel = Pack(Window, Codes, weight: 3)!;

        Assert.Throws<ArgumentException>(() => kernel.Run([1, 2, 3], new sbyte[4]));
        Assert.Throws<ArgumentException>(() => kernel.Run([1, 2, 3, 4], new sbyte[5]));
    }

    [Fact]
    public void Negative_padding_is_left_to_the_plain_kernel() => Assert.Null(Pack(Window with { PadTop = -1 }, Codes, weight: 3));

    [Fact]
    public void A_negative_multiplier_is_left_to_the_plain_kernel() =>
        Assert.Null(Pack(Window, Codes with { Multipliers = [new QuantizedMultiplier(-1, 0)] }, weight: 3));

    [Fact]
    public void A_zero_point_beyond_int8_is_left_to_the_plain_kernel() => Assert.Null(Pack(Window, Codes with { InputZeroPoint = 128 }, weight: 3));

    [Fact]
    public void A_weight_that_leaves_int8_without_its_zero_point_is_left_to_the_plain_kernel()
    {
        Assert.Null(Pack(Window, Codes with { FilterZeroPoint = 1 }, weight: -128));
        Assert.NotNull(Pack(Window, Codes with { FilterZeroPoint = 1 }, weight: -127));
    }

    [Fact]
    public void Windows_that_reach_further_than_memory_are_left_to_the_plain_kernel() =>
        Assert.Null(Pack(Window with { StrideHeight = 1 << 20, StrideWidth = 1 << 20 }, Codes, weight: 3));

    private static IFastKernel<sbyte>? Pack(WindowGeometry window, Requantization codes, sbyte weight) =>
        Conv2D.TryPack<DoubleRounding>(window, codes, [weight], [], new HostMemory(long.MaxValue));
}
