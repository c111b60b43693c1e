using Tiny.Bench.Reference.Models;

namespace Tiny.Bench.Reference.Quantizing;

public sealed class PrecisionSearchTests
{
    private static readonly LayerSensitivity[] Layers =
    [
        new(0, "CONV_2D", 100, 1),
        new(2, "CONV_2D", 1000, 5),
        new(4, "FULLY_CONNECTED", 50, 0.1),
        new(5, "FULLY_CONNECTED", 0, 0),
    ];

    // Damage per byte: 0.01, 0.005, 0.002.
    [Theory]
    [InlineData(0, new int[0])]
    [InlineData(50, new[] { 4 })]
    [InlineData(60, new[] { 2 })]
    [InlineData(1000, new[] { 2 })]
    [InlineData(1001, new[] { 2, 4 })]
    [InlineData(1100, new[] { 0, 2 })]
    [InlineData(9999, new[] { 0, 2, 4 })]
    public void The_cheapest_damage_comes_first_and_nothing_is_narrowed_in_vain(int bytes, int[] expected) =>
        Assert.Equal(expected, PrecisionSearch.Choose(Layers, bytes).Order());

    [Fact]
    public void A_model_that_fits_keeps_all_its_bits_and_one_that_cannot_is_refused()
    {
        (PrecisionSearch search, TfliteModel whole) = Search();
        IReadOnlyList<LayerSensitivity> sweep = search.Sweep();

        Assert.Equal([0, 1], sweep.Select(layer => layer.Operator));
        Assert.Equal(whole.Sha256, search.Fit(sweep, whole.FileLength).Sha256);
        var error = Assert.Throws<QuantizationException>(() => search.Fit(sweep, 10));
        Assert.EndsWith("bytes with all weights at 4 bits; the budget is 10", error.Message, StringComparison.Ordinal);
    }

    // The first layer's weights are exact at 4 bits, the second's are not; both save as much.
    [Fact]
    public void The_layer_that_loses_nothing_is_narrowed()
    {
        (PrecisionSearch search, TfliteModel whole) = Search();
        IReadOnlyList<LayerSensitivity> sweep = search.Sweep();

        Assert.True(sweep[0].Damage < sweep[1].Damage, $"{sweep[0].Damage} and {sweep[1].Damage}");
        TfliteModel fitted = search.Fit(sweep, whole.FileLength - 400);
        Assert.True(fitted.FileLength <= whole.FileLength - 400);
        Assert.Equal([TensorType.Int4, TensorType.Int8], fitted.Main.Operators.Select(model => fitted.Main.Tensors[model.Inputs[1]].Type));
    }

    private static (PrecisionSearch Search, TfliteModel Whole) Search()
    {
        float[] coarse = [.. Enumerable.Range(0, 1024).Select(index => (((index * 37) % 15) - 7) / 70f)];
        float[] fine = [.. Enumerable.Range(0, 1024).Select(index => (((index * 37) % 255) - 127) / 1270f)];
        var builder = new FloatModel(1, 32);
        builder.FullyConnected(builder.FullyConnected(0, coarse, new float[32]), fine, new float[32]);
        TfliteModel model = builder.Build();
        ReadOnlyMemory<float>[] inputs = [.. Enumerable.Range(0, 4).Select(sample =>
            (ReadOnlyMemory<float>)Enumerable.Range(0, 32).Select(index => MathF.Sin((sample * 7) + index)).ToArray())];
        Calibration calibration = new Calibrator(model).Run(inputs);
        return (new PrecisionSearch(model, calibration, inputs, new QuantizerOptions()), Quantizer.Quantize(model, calibration));
    }
}
