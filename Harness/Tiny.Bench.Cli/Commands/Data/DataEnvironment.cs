using Tiny.Bench.Core.Tasks;
using Tiny.Bench.Datasets.Fetching;
using Tiny.Bench.Datasets.Locating;
using Tiny.Bench.Harness.Suites;

namespace Tiny.Bench.Cli.Commands.Data;

/// <summary>What the commands find outside the program; a test puts its own in.</summary>
internal sealed record DataEnvironment
{
    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The starter pack.</summary>
    public StarterPack Pack { get; init; } = StarterPack.Shipped;

    /// <summary>Reads the suite, which knows what belongs to the pack.</summary>
    public Func<Suite> Suite { get; init; } = () => SuiteLoader.Load();

    /// <summary>The tasks of the pack that are called by the names, or all of them without a name.</summary>
    public IReadOnlyList<BenchmarkTask> StarterTasks(string[] names) =>
        [.. Suite().Tasks.Where(task => Pack.Has(task) && (names.Length == 0 || names.Contains(task.Id, StringComparer.Ordinal)))];

    /// <summary>The user's cache.</summary>
    public CacheFolders Cache => CacheFolders.OfUser(Variables);
}
