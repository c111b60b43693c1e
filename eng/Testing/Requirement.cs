namespace Tiny.Bench.Testing;

/// <summary>What a test needs and a machine may lack: missing, it skips the test with its reason, or fails it where it is required.</summary>
/// <remarks>TINYBENCH_REQUIRE lists what must be there, as CI does: <c>models,datasets,golden,vectors,python3</c>.</remarks>
internal static class Requirement
{
    /// <summary>Ends the test because something is missing.</summary>
    public static void Missing(string what, string reason)
    {
        string required = Environment.GetEnvironmentVariable("TINYBENCH_REQUIRE") ?? "";
        if (required.Split(',', StringSplitOptions.TrimEntries).Contains(what, StringComparer.OrdinalIgnoreCase))
            Assert.Fail($"{reason} TINYBENCH_REQUIRE asks for {what}.");
        Skip.If(true, reason);
    }
}
