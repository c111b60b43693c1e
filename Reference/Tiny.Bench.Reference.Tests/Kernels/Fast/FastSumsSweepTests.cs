using Tiny.Bench.Reference.Arithmetic;
using Xunit.Abstractions;

namespace Tiny.Bench.Reference.Kernels.Fast;

/// <summary>Random shapes against the plain kernels. TINYBENCH_SWEEP sets how many (1000 where it is not set; the long form is 10000), TINYBENCH_SWEEP_SEED from which on.</summary>
public sealed class FastSumsSweepTests(ITestOutputHelper log)
{
    [Fact]
    public void Random_shapes_give_the_bytes_of_the_plain_kernels()
    {
        (ulong seed, ulong count) = SweepSettings.Of(usualCount: 1000);
        log.WriteLine($"{count} shapes from seed {seed} on, best tier {Tiers.Best.Name()}");
        var names = new SortedSet<string>(StringComparer.Ordinal);
        int plain = 0;
        for (ulong index = 0; index < count; index++)
        {
            var swept = new SweptSum(seed + index);
            if (swept.Dialect.Apply(new Comparison(swept, seed + index)) is { } name)
                names.Add(name);
            else
                plain++;
        }

        log.WriteLine($"{string.Join(", ", names)}; {plain} shapes have the plain form only");
        Assert.InRange(plain, 0, (int)count / 5);
        if (Environment.GetEnvironmentVariable(TierTests.ExpectedTier) is { } expected)
            Assert.Contains(names, name => name.StartsWith(expected, StringComparison.Ordinal));
    }

    private sealed class Comparison(SweptSum swept, ulong seed) : IRoundingUser<string?>
    {
        public string? Use<TRounding>()
            where TRounding : struct, IRounding
        {
            if (swept.Fast<TRounding>() is not { } fast)
                return null;
            sbyte[] plain = swept.Plain<TRounding>();
            int first = plain.AsSpan().CommonPrefixLength(fast.Output);
            if (first != plain.Length)
                Assert.Fail($"seed {seed}, {fast.Name}, {swept}: element {first} is {fast.Output[first]}, expected {plain[first]}");
            return fast.Name;
        }
    }
}
