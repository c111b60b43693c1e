using Tiny.Bench.Core.Systems;
using Tiny.Bench.Core.Tasks;

namespace Tiny.Bench.Datasets.Inputs;

public class PreprocessingTests
{
    [Fact]
    public void Int8_bytes_stay_as_they_are() =>
        Assert.Equal([0, 127, 128, 255], Preprocessing.ToInput(InputKind.Int8, [0, 127, 128, 255]));

    [Fact]
    public void Pixels_lose_128()
    {
        byte[] input = Preprocessing.ToInput(InputKind.UInt8Minus128, [0, 127, 128, 255]);
        Assert.Equal(new sbyte[] { -128, -1, 0, 127 }, input.Select(value => (sbyte)value));
    }

    [Fact]
    public void The_file_itself_is_not_changed()
    {
        byte[] file = [200];
        Preprocessing.ToInput(InputKind.UInt8Minus128, file);
        Assert.Equal(200, file[0]);
    }

    [Fact]
    public void A_file_of_windows_is_no_single_input() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Preprocessing.ToInput(InputKind.Float32Windows, [0, 0, 0, 0]));

    [Fact]
    public void Quantizes_each_value_to_a_byte()
    {
        byte[] codes = Preprocessing.Quantize([0f, 1f, -1f, 1000f], new QuantizationParameters(0.5f, -3));
        Assert.Equal(new sbyte[] { -3, -1, -5, 127 }, codes.Select(code => (sbyte)code));
    }
}
