using System.Runtime.InteropServices;
using Tiny.Bench.Core;
using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Lists;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Harness.Quantizing;

public sealed class RealSampleSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pixels_are_scaled_from_their_zero()
    {
        RealSampleSet set = await ReadAsync([0, 128, 255], new RealEncoding(InputKind.UInt8Minus128, new QuantizationParameters(0.5f, -128)), inputLength: 3);
        Assert.Equal([0, 64, 127.5f], set.Inputs[0].ToArray());
        Assert.Equal(new QuantizationParameters(0.5f, -128), set.Codes);
    }

    [Fact]
    public async Task Codes_are_dequantized()
    {
        RealSampleSet set = await ReadAsync([83, 0x80, 127], new RealEncoding(InputKind.Int8, new QuantizationParameters(0.5f, 83)), inputLength: 3);
        Assert.Equal([0, -105.5f, 22], set.Inputs[0].ToArray());
    }

    [Fact]
    public async Task Binary32_values_are_taken_as_they_are_and_have_no_codes()
    {
        RealSampleSet set = await ReadAsync(MemoryMarshal.AsBytes<float>([1.5f, -2, 3e9f]).ToArray(), RealEncoding.Pixels, inputLength: 3);
        Assert.Equal([1.5f, -2, 3e9f], set.Inputs[0].ToArray());
        Assert.Null(set.Codes);
    }

    // Four values in windows of two, one value apart: three inputs.
    [Fact]
    public async Task Windows_are_inputs_of_their_own()
    {
        RealSampleSet set = await ReadAsync(MemoryMarshal.AsBytes<float>([1, 2, 3, 4]).ToArray(), RealEncoding.Pixels, inputLength: 2, ",8,4");
        Assert.Equal([[1, 2], [2, 3], [3, 4]], set.Inputs.Select(input => input.ToArray()));
    }

    [Fact]
    public async Task A_value_that_is_no_number_is_named_with_its_place()
    {
        var error = await Assert.ThrowsAsync<DatasetException>(
            () => ReadAsync(MemoryMarshal.AsBytes<float>([1, float.NaN]).ToArray(), RealEncoding.Pixels, inputLength: 2));
        Assert.Equal("value 1 (byte 4) is NaN; expected a finite number", error.Problem);
    }

    [Theory]
    [InlineData(5, "", "has 5 bytes; the model takes 2 values, of one byte or of binary32")]
    [InlineData(16, ",12,4", "has windows of 3 values; the model takes 2")]
    public async Task A_file_of_another_size_is_refused(int bytes, string windows, string problem)
    {
        var error = await Assert.ThrowsAsync<DatasetException>(() => ReadAsync(new byte[bytes], RealEncoding.Pixels, inputLength: 2, windows));
        Assert.Equal(problem, error.Problem);
    }

    private async Task<RealSampleSet> ReadAsync(byte[] file, RealEncoding encoding, int inputLength, string windows = "")
    {
        _folder.Write("a.bin", file);
        _folder.Write("y_labels.csv", $"a.bin,2,1{windows}\n");
        return await RealSampleSet.ReadAsync(SampleList.Read(_folder.Path), encoding, inputLength, null, CancellationToken.None);
    }
}
