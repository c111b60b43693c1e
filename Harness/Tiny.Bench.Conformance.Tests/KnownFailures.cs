using Tiny.Bench.Harness.Conformance.Waivers;
using Xunit.Abstractions;

namespace Tiny.Bench.Conformance;

/// <summary>The waivers that TINYBENCH_WAIVERS names; none when it is not set.</summary>
internal static class KnownFailures
{
    private static readonly Lazy<WaiverList> Lazily = new(Load);

    /// <summary>The list.</summary>
    /// <exception cref="WaiverException">The file is malformed: every test that meets it fails with this.</exception>
    public static WaiverList List => Lazily.Value;

    /// <summary>Fails a test with what was found, or skips it where a waiver covers the case.</summary>
    public static void Fail(string id, string finding)
    {
        if (List.Find(id) is { } waiver)
            Skip.If(true, $"{waiver.Describe()}: {finding}");
        string expired = string.Concat(List.All.Where(old => old.Covers(id)).Select(old => FormattableString.Invariant($" (its waiver expired on {old.Expires:yyyy-MM-dd})")));
        Assert.Fail($"{finding}{expired}");
    }

    /// <summary>Tells in a passing test's output that its waiver can go.</summary>
    public static void TellIfNeedless(string id, ITestOutputHelper output)
    {
        if (List.Find(id) is { } waiver)
            output.WriteLine($"The waiver of {waiver.Case} is not needed for this case: it passes.");
    }

    private static WaiverList Load()
    {
        string? path = Environment.GetEnvironmentVariable("TINYBENCH_WAIVERS");
        return new WaiverList(string.IsNullOrEmpty(path) ? [] : WaiverFile.Load(path), TimeProvider.System);
    }
}
