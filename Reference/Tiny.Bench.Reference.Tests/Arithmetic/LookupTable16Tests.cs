namespace Tiny.Bench.Reference.Arithmetic;

public sealed class LookupTable16Tests
{
    [Fact]
    public void The_exponential_is_within_eight_codes_of_the_real_one_for_all_inputs()
    {
        // Samples lie 65535 / 512 codes apart and a lookup takes 128: at the top, where a code is worth 5, it is one short, and 1 is held at 32767.
        short[] table = LookupTable16.CreateExp();
        for (int code = short.MinValue; code <= short.MaxValue; code++)
        {
            double real = Math.Min(32768 * Math.Exp((code - 32767) * 10.0 / 65535), 32767);
            Assert.InRange(LookupTable16.Lookup((short)code, table) - real, -8, 2);
        }
    }

    [Fact]
    public void The_reciprocal_is_within_two_codes_of_the_real_one_for_all_inputs()
    {
        short[] table = LookupTable16.CreateReciprocal();
        for (int code = short.MinValue; code <= short.MaxValue; code++)
        {
            double real = Math.Min(32768 / (1 + ((code + 32768) / 65535.0)), 32767);
            Assert.InRange(LookupTable16.Lookup((short)code, table) - real, -2, 2);
        }
    }

    [Fact]
    public void The_ends_are_as_the_recipe_gives_them()
    {
        // 32768 exp(-10) = 1.488, sampled as 1. The line to 1.517 gives round(1.26) = 1 in the middle where 1.502 asks for 2, and half
        // of that miss rounds to 1 more. The last sample is 32768 held at 32767; the reciprocal's are 32768 held, and 32768 / 2.
        short[] exp = LookupTable16.CreateExp(), reciprocal = LookupTable16.CreateReciprocal();
        Assert.Equal(LookupTable16.Length, exp.Length);
        Assert.Equal(2, exp[0]);
        Assert.Equal(32767, exp[512]);
        Assert.Equal(32767, reciprocal[0]);
        Assert.Equal(16384, reciprocal[512]);
    }

    [Fact]
    public void A_sample_moves_by_half_of_what_the_line_misses_in_the_middle()
    {
        // f is 0 but for 100 codes in the middle of the first piece: the line misses -100 there, so the first sample rises by 50.
        const float piece = 65535f / 512;
        short[] table = LookupTable16.Create(x => x > piece / 4 && x < piece * 3 / 4 ? 100 : 0, 1, short.MinValue, 1);
        Assert.Equal(50, table[0]);
        Assert.All(table[1..], sample => Assert.Equal(0, sample));
    }

    [Theory]
    [InlineData(-32768, 0)]
    [InlineData(-32768 + 63, 0)]
    [InlineData(-32768 + 64, 1)]
    [InlineData(-32768 + 127, 1)]
    [InlineData(-32768 + 128, 1)]
    [InlineData(-32768 + 128 + 63, 1)]
    [InlineData(-32768 + 128 + 64, 1)]
    [InlineData(-32768 + 128 + 65, 0)]
    public void Between_samples_a_lookup_rounds_ties_up(int code, int expected)
    {
        // Up from 0 to 1 in the first piece, down from 1 to 0 in the second.
        var table = new short[LookupTable16.Length];
        table[1] = 1;
        Assert.Equal(expected, LookupTable16.Lookup((short)code, table));
    }

    [Fact]
    public void The_last_code_uses_the_last_sample()
    {
        var table = new short[LookupTable16.Length];
        table[512] = 1280;
        Assert.Equal(1270, LookupTable16.Lookup(short.MaxValue, table));
    }
}
