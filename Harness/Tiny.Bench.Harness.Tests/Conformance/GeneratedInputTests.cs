using System.Runtime.InteropServices;

namespace Tiny.Bench.Harness.Conformance;

public sealed class GeneratedInputTests
{
    [Fact]
    public void Noise_of_index_0_starts_as_the_golden_files_say() =>
        Assert.Equal("1024b51d888d0afb78b63271011e6c24", Convert.ToHexStringLower(GeneratedInput.Noise(0, 16)));

    [Fact]
    public void Inputs_of_two_indices_differ() =>
        Assert.NotEqual(GeneratedInput.Noise(0, 16), GeneratedInput.Noise(1, 16));

    // 10 24 b5 1d as int8: 16, 36, -75, 29.
    [Fact]
    public void Float_noise_is_one_byte_an_element_over_128() =>
        Assert.Equal([16 / 128f, 36 / 128f, -75 / 128f, 29 / 128f], MemoryMarshal.Cast<byte, float>(GeneratedInput.FloatNoise(0, 16)).ToArray());

    // 0x10 is 16 and 16 >> 3 = 2; 0xb5 is -75 and -75 >> 3 = -10 (towards minus infinity).
    [Fact]
    public void Soft_noise_is_an_eighth_of_the_noise_around_the_zero_point()
    {
        byte[] soft = GeneratedInput.SoftNoise(0, 3, zeroPoint: 5);
        Assert.Equal([7, 9, -5], Array.ConvertAll(soft, code => (sbyte)code));
    }

    [Fact]
    public void Soft_noise_stays_inside_int8() =>
        Assert.Equal(sbyte.MaxValue, (sbyte)GeneratedInput.SoftNoise(0, 1, zeroPoint: 127)[0]);
}
